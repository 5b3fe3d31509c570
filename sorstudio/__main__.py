"""The program's front door: `sorstudio` and `python -m sorstudio` both start here."""


def main() -> None:
    """Hand over to the command line, which is imported only now so that nothing is loaded by looking at this module."""
    from sorstudio.cli.app import app

    app()


if __name__ == "__main__":
    main()

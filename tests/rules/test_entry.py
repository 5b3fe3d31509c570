from sorstudio.rules.rulebook import core_rules


def test_a_rule_is_called_by_its_code_in_any_case_or_by_a_name_in_its_source() -> None:
    assert core_rules().called("sor-031") == ("SOR-031",)
    assert "SOR-031" in core_rules().called("MC-14")
    assert core_rules().called("MC-1") == ()
    assert core_rules().called("nothing") == ()


def test_a_book_of_some_rules_has_them_on() -> None:
    book = core_rules().only(frozenset({"SOR-031"}))
    assert [entry.code for entry in book.active()] == ["SOR-031"]


def test_an_own_english_message_falls_back_on_the_danish() -> None:
    entry = core_rules().entries["SOR-031"]
    assert entry.own_message("en") == ""

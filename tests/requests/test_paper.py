from sorstudio.requests.paper import Block, Print


def test_a_block_is_plain_unless_something_else_is_said() -> None:
    document = Print("Titel", (), (Block("Overskrift"),))
    assert (document.one_page, document.blocks[0].has_tick_box, document.blocks[0].table) == (False, False, None)

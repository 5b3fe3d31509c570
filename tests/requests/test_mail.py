from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import cast

from sorstudio.model.edits import settings
from sorstudio.requests.envelope import make_request
from sorstudio.requests.line import Addressee
from sorstudio.requests.mail import Attachment, mail_bytes
from tests.requests.asked import TODAY, busy_plan, busy_request
from tests.requests.plans import DANISH


def read(content: bytes) -> EmailMessage:
    return message_from_bytes(content, policy=default)


def body(mail: EmailMessage) -> str:
    part = mail.get_body()
    assert part is not None
    return cast(str, part.get_content())


def test_the_draft_is_addressed_signed_and_unsent() -> None:
    mail = read(mail_bytes(busy_request(), Addressee.SDS, []))
    assert mail["To"] == "SORpost@sundhedsdata.dk"
    assert mail["From"] == "Åse Ærø <aase@eksempelby.dk>"
    assert mail["Subject"] == "Ændringer i SOR: Eksempelby Kommune"
    assert mail["X-Unsent"] == "1"


def test_each_number_stands_in_the_mail_with_sor_id_number_and_system() -> None:
    text = body(read(mail_bytes(busy_request(), Addressee.SDS, [])))
    assert "SOR-id: NY-1. Lokationsnummer: nyt, endnu ikke udstedt. Journalsystem: Nexus." in text
    assert "Omdøb »Børn og Unge« til »Børn, Unge og Familie«." in text
    assert "$" not in text


def test_files_are_attached_whole() -> None:
    mail = read(
        mail_bytes(busy_request(), Addressee.SDS, [Attachment("2-ø.xlsx", b"PK\x00"), Attachment("b.pdf", b"%")])
    )
    parts = list(mail.iter_attachments())
    assert [(part.get_filename(), part.get_content_type()) for part in parts] == [
        ("2-ø.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("b.pdf", "application/pdf"),
    ]
    assert parts[0].get_content() == b"PK\x00"


def test_an_address_that_nobody_knows_is_left_for_the_sender_to_fill_in() -> None:
    assert read(mail_bytes(busy_request(), Addressee.MEDCOM, []))["To"] is None


def test_medcoms_address_is_used_once_it_is_set() -> None:
    work = busy_plan()
    work.apply(settings.set_setting(work, "mail_medcom", "post@eksempel.dk"))
    mail = read(mail_bytes(make_request(work, DANISH, TODAY), Addressee.MEDCOM, []))
    assert mail["To"] == "post@eksempel.dk"


def test_danish_domains_and_names_over_two_lines_make_sound_headers() -> None:
    work = busy_plan()
    work.apply(settings.set_setting(work, "mail_medcom", "post@købing.dk"))
    work.apply(settings.set_setting(work, "responsible_name", "Åse\nÆrø"))
    mail = read(mail_bytes(make_request(work, DANISH, TODAY), Addressee.MEDCOM, []))
    assert mail["To"] == "post@xn--kbing-vua.dk"
    assert mail["From"] == "Åse Ærø <aase@eksempelby.dk>"


def test_types_on_a_number_to_come_are_announced_apart() -> None:
    text = body(read(mail_bytes(busy_request(), Addressee.MEDCOM, [])))
    ready, held = text.split("Følgende sender vi først")
    assert "XDIS16" in ready
    assert "XREF15" in held

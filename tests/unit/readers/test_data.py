"""Data is refused as what it is."""

from __future__ import annotations

import pytest

from pipeline.core.errors import DocumentError
from pipeline.readers import read

DOSSIER = (
    '<sbb><domeinen><domein nr="1"/></domeinen><dossiers><dossier nr="2" titel="Haven">'
    "<kerntaken><kerntaak/></kerntaken></dossier></dossiers></sbb>"
)


@pytest.mark.parametrize(
    "source",
    [
        f'<?xml version="1.0" encoding="utf-8"?>\n{DOSSIER}',
        f"<!-- 2016 -->{DOSSIER}",
        '<k:kwalificatiedossier xmlns:k="urn:x"><k:kerntaak/></k:kwalificatiedossier>',
        '<?xml version="1.0"?><export><crebo>1</crebo><basisdeel/><werkproces/></export>',
    ],
)
def test_a_dossier_in_xml_is_named_as_what_it_is(source: str) -> None:
    with pytest.raises(DocumentError) as raised:
        read(source.encode())

    assert raised.value.code == "BCP202"
    assert raised.value.message.startswith("the document is a kwalificatiedossier in S-BB's XML (`")


@pytest.mark.parametrize(
    "source",
    ['<?xml version="1.0"?><note><to>kerntaak</to></note>', '{"sbb": {"kerntaak": 1}}'],
)
def test_other_data_is_data(source: str) -> None:
    with pytest.raises(DocumentError) as raised:
        read(source.encode())

    assert raised.value.code == "BCP102"


def test_a_page_about_dossiers_is_a_page() -> None:
    page = "<html><body><p>Kerntaak</p><dossier>1</dossier><kerntaak>2</kerntaak></body></html>"

    assert read(page.encode()).reader == "html"

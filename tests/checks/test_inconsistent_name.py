from __future__ import annotations

import datetime as dt

from factlint.api import check_text


def test_the_spelling_of_the_article_is_proposed() -> None:
    copy = (
        "President Volodymyr Zelensky spoke in Kyiv. Hours later Volodymyr Zelenky left Ukraine for Poland."
    )
    (found,) = check_text(copy, date=dt.date(2021, 6, 16), select=["FL102"]).diagnostics
    assert found.message.startswith("Zelenky is spelt Zelensky elsewhere")
    assert found.fix is not None
    assert found.fix.replacement == "Zelensky"

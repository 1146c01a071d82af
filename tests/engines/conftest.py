import json
from pathlib import Path

import pytest

TEXTS = {
    "en-1": (
        "en",
        "President arrives in Prague\n\nThe Finnish president, Alexander Stubb, arrived in Prague on Monday.",
    ),
    "ar-1": ("ar", "الرئيس يصل إلى براغ\n\nوصل الرئيس الفنلندي ألكسندر ستوب إلى براغ يوم الاثنين في زيارة رسمية."),
    "en-2": (
        "en",
        "Stubb to visit Vienna\n\nFinland's president Alexander Stubb will visit Vienna next week, Austria said.",
    ),
}


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """Three short articles as JSON lines."""
    path = tmp_path / "news.jsonl"
    lines = [{"id": id, "lang": lang, "date": "2025-11-04", "text": text} for id, (lang, text) in TEXTS.items()]
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf8")
    return path

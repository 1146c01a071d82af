"""Files and streams of text become articles; what is none becomes an issue, and the rest goes on.

files.py finds the files → text.py, json.py, jsonl.py, stdin.py take the fields out of their form → record.py checks
them and makes the article (languages.py, outlets.py) → articles.py holds that one id is one article.

The text stays as read, code point for code point. Only a byte order mark, and blank lines before the title, are left
out; line ends stay as they are, and the carriage return at the end of a title line is not part of the title.
"""

from kg.reading.articles import read
from kg.reading.languages import LANGUAGES
from kg.reading.limits import LONGEST, SHORTEST

__all__ = ["LANGUAGES", "LONGEST", "SHORTEST", "read"]

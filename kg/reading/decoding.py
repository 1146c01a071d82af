"""The one door from bytes to text."""

from kg.errors import ArticleError

_BOM = b"\xef\xbb\xbf"


def decode(data: bytes, *, where: str, at: int = 0) -> str:
    """The text of UTF-8 bytes, a byte order mark off, else exactly as they are; `at`: where in the file they begin.

    Raises `ArticleError` with the offset of the first byte that is not UTF-8.
    """
    mark = len(_BOM) if data.startswith(_BOM) and at == 0 else 0
    try:
        return data[mark:].decode("utf8")
    except UnicodeDecodeError as error:
        raise ArticleError(
            f"is not UTF-8: byte {at + mark + error.start}",
            where=where,
            advice="save it as UTF-8 (with iconv, for instance)",
        ) from error

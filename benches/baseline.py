#!/usr/bin/env python3
"""What one would write instead: a script with `re` that does the same in small.

    baseline.py WORKERS FOLDER

Reads each file, composes it (NFC), hashes it, joins hard wraps, finds the sections and, with twelve patterns, shares,
quantities, dates, limits, periods, citations and agencies; writes a line of JSON a file with the places in code points.
Standard library only. It knows none of the meaning that kehoach gives: it is the floor of what users would pick.
"""
import bisect
import hashlib
import json
import multiprocessing
import pathlib
import re
import sys
import unicodedata

CAPITAL = "".join(c for c in map(chr, [*range(0x41, 0x250), *range(0x1E00, 0x1F00)]) if unicodedata.category(c) == "Lu")
LETTER, UPPER = r"[^\W\d_]", f"[{CAPITAL}]"
NAME = rf"{UPPER}{LETTER}*(?:(?:\s+|\s*,\s+|\s+-\s+|\s+và\s+){UPPER}{LETTER}*)*"
NOUNS = (
    "triệu đồng|tỷ đồng|đồng|lao động|người|học sinh|sinh viên|lượt|hộ|trường|lớp|xã|huyện|cơ sở|doanh nghiệp"
    "|giường bệnh|bác sĩ|mô hình|dự án"
)
TYPES = (
    "Nghị quyết|Quyết định|Kế hoạch|Chỉ thị|Thông tư|Nghị định|Kết luận|Chương trình(?: hành động)?|Công văn"
    "|Thông báo|Tờ trình|Đề án|Hướng dẫn"
)
NUMBER = r"\d+(?:[.,]\d+)*"
DAY = r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}"
PATTERNS = {
    "share": rf"{NUMBER}\s*%",
    "goal": (
        r"(?i)\b(?:từ|khoảng|trên|dưới|ít nhất|tối thiểu|đạt|giảm|tăng|chiếm|hơn)\s+"
        rf"(?:(?:ít nhất|trên|khoảng|tối thiểu)\s+)?{NUMBER}\s*%(?:\s*trở lên)?"
    ),
    "quantity": rf"(?i)\b{NUMBER}\s+(?:{NOUNS})\b",
    "date": rf"\b{DAY}\b",
    "long date": r"(?i)\bngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}\b",
    "limit": (
        r"(?i)\b(?:trước|chậm nhất|hoàn thành|xong|đến hết|muộn nhất)\s+(?:vào\s+|trước\s+|là\s+)?"
        r"(?:ngày\s+\d{1,2}(?:[/.-]\d{1,2}(?:[/.-]\d{4})?|\s+tháng\s+\d{1,2}(?:\s+(?:năm\s+\d{4}|hằng năm|hàng năm))?)"
        r"|tháng\s+\d{1,2}(?:[/.-]\d{4})?|quý\s+[IV]+(?:[/.-]\d{4})?|năm\s+\d{4})"
    ),
    "period": r"(?i)\b(?:giai đoạn|đến năm|từ năm|năm|nhiệm kỳ)\s+\d{4}(?:\s*[-–]\s*\d{4})?\b",
    "citation": rf"(?i)\b(?:{TYPES})\s+số\s*:?\s*\d+(?:[-/][^\W_]+)+(?:\s*,?\s+ngày\s+{DAY})?",
    "roman heading": r"(?m)^[ \t]*[IVXLC]+\.[ \t]+\S.*$",
    "heading": r"(?m)^[ \t]*(?:\d+(?:\.\d+)*[.)]|[a-zđ]\))[ \t]+\S.*$",
    "role": r"(?i)\b(?:chủ trì|phối hợp(?: với)?|tham mưu|chịu trách nhiệm|hướng dẫn|đôn đốc|kiểm tra|giám sát)\b",
    "agency": (
        rf"\b(?:Sở|Bộ|Ban|Cục|Hội|Công an|UBND|Ủy ban nhân dân|Văn phòng)\s+{NAME}"
        rf"(?:\s+(?:tỉnh|thành phố|huyện)\s+{UPPER}{LETTER}*(?:\s+{UPPER}{LETTER}*)*)?"
    ),
}
COMPILED = [(name, re.compile(pattern)) for name, pattern in PATTERNS.items()]
ITEM = re.compile(r"[-+*|(#]|\d[\d.]*(?:\.|\))|[IVX]+\.|[a-zđ]\)")
MARKER = re.compile(r"([IVX]+\.)|(\d+(?:\.\d+)*\.?)(?= )|([a-zđ]\))|([-+])(?= )")


def joined(text):
    """The text with hard wraps joined, and where each of its lines stood."""
    parts, places, at, read, last, width = [], [], 0, 0, "\n", 0
    for raw in text.split("\n"):
        line = raw.strip(" \t\r")
        if line:
            wrapped = width > 20 and last not in ".;:\n" and not ITEM.match(line)
            if parts:
                parts.append(" " if wrapped else "\n")
                at += 1
            places.append((at, read + len(raw) - len(raw.lstrip(" \t"))))
            parts.append(line)
            at, last, width = at + len(line), line[-1], len(line)
        else:
            last = "\n"
        read += len(raw) + 1
    return "".join(parts), places


def level(match):
    if match.group(1):
        return 1
    if match.group(2):
        return 2 + match.group().rstrip(".").count(".")
    return 7 if match.group(3) else 8 if match.group() == "-" else 9


def sections(text):
    found, open_, at = [], [], 0
    for line in text.split("\n"):
        if match := MARKER.match(line):
            depth = level(match)
            while open_ and found[open_[-1]]["level"] >= depth:
                found[open_.pop()]["end"] = at
            parent = open_[-1] if open_ else None
            title = line[match.end() : match.end() + 110].strip()
            open_.append(len(found))
            found.append(
                {"level": depth, "label": match.group(), "title": title, "parent": parent, "start": at, "end": len(text)}
            )
        at += len(line) + 1
    return found


def record(path):
    data = path.read_bytes()
    text, places = joined(unicodedata.normalize("NFC", data.decode()))
    tree = sections(text)
    starts, lines = [s["start"] for s in tree], [p[0] for p in places]
    items = []
    for start, end, name in sorted((*m.span(), name) for name, pattern in COMPILED for m in pattern.finditer(text)):
        line = places[bisect.bisect_right(lines, start) - 1]
        source = line[1] + start - line[0]
        section = bisect.bisect_right(starts, start) - 1
        items.append({"type": name, "text": text[start:end], "start": start, "end": end, "section": section, "source": source})
    digest = hashlib.sha256(data).hexdigest()
    whole = {"id": path.stem, "sha256": digest, "bytes": len(data), "text": text, "sections": tree, "items": items}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))


def main():
    workers, folder = int(sys.argv[1]), pathlib.Path(sys.argv[2])
    files = sorted(p for p in folder.rglob("*") if p.is_file())
    if workers == 1:
        for path in files:
            print(record(path))
        return
    with multiprocessing.Pool(workers) as pool:
        for line in pool.imap(record, files, chunksize=16):
            print(line)


if __name__ == "__main__":
    main()

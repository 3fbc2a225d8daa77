"""Units of measurement: their sizes and how copy writes them.

Sizes are those of NIST Special Publication 811 (2008), appendix B.8, and NIST Handbook 44,
appendix C; the imperial gallon and its parts those of the United Kingdom's Weights and Measures
Act 1985, schedule 1. All are exact but the barrel's and the acre-foot's last digits.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from factlint.annotate.quantities.model import Dimension, Unit
from factlint.annotate.quantities.numerals import alternatives
from factlint.regex import regex

PERCENT = Unit("percent", Dimension.SHARE)
POINT = Unit("point", Dimension.POINTS)
CELSIUS = Unit("degree Celsius", Dimension.TEMPERATURE, zero=Fraction("273.15"), metric=True)
FAHRENHEIT = Unit(
    "degree Fahrenheit", Dimension.TEMPERATURE, (Fraction(5, 9),), zero=Fraction("459.67") * Fraction(5, 9)
)
DEGREE = Unit("degree", Dimension.TEMPERATURE)
"""A degree of which the copy does not say the scale."""

# name | dimension, m for metric | sizes in the base unit | words (any case) | symbols (this case)
# "_" stands for a space and "-" for nothing; an indented line goes on with the one before.
_TABLE = """
inch | length | 0.0254 | inch inches | -
foot | length | 0.3048 | foot feet | ft ft.
yard | length | 0.9144 | yard yards | yd yds
mile | length | 1609.344 | mile miles | mi mi.
nautical mile | length | 1852 | nautical_mile nautical_miles | nmi
millimeter | length m | 0.001 | millimeter millimeters millimetre millimetres | mm
centimeter | length m | 0.01 | centimeter centimeters centimetre centimetres | cm
meter | length m | 1 | meter meters metre metres | m
kilometer | length m | 1000 | kilometer kilometers kilometre kilometres | km kms
ounce | mass | 0.028349523125 | ounce ounces | oz
pound | mass | 0.45359237 | pound pounds | lb lbs lb. lbs.
stone | mass | 6.35029318 | stone | -
ton | mass | 907.18474 1016.0469088 1000 | ton tons | -
gram | mass m | 0.001 | gram grams gramme grammes | g
milligram | mass m | 0.000001 | milligram milligrams | mg
kilogram | mass m | 1 | kilogram kilograms kilogramme kilogrammes kilo kilos | kg kgs
metric ton | mass m | 1000 | tonne tonnes metric_ton metric_tons | -
square inch | area | 0.00064516 | square_inch square_inches | sq_in
square foot | area | 0.09290304 | square_foot square_feet | sq_ft sq._ft. sq._ft
square yard | area | 0.83612736 | square_yard square_yards | sq_yd
acre | area | 4046.8564224 | acre acres | -
square mile | area | 2589988.110336 | square_mile square_miles | sq_mi sq._mi. sq_miles sq._miles
square meter | area m | 1 | square_meter square_meters square_metre square_metres | sq_m sqm m² m2
hectare | area m | 10000 | hectare hectares | ha
square kilometer | area m | 1000000 | square_kilometer square_kilometers square_kilometre
  square_kilometres | sq_km sq._km km² km2
fluid ounce | volume | 0.0295735295625 0.0284130625 | fluid_ounce fluid_ounces | fl_oz fl._oz.
pint | volume | 0.473176473 0.56826125 | pint pints | -
quart | volume | 0.946352946 1.1365225 | quart quarts | -
gallon | volume | 3.785411784 4.54609 | gallon gallons | gal gal.
barrel | volume | 158.987294928 | barrel barrels | bbl
cubic inch | volume | 0.016387064 | cubic_inch cubic_inches | cu_in
cubic foot | volume | 28.316846592 | cubic_foot cubic_feet | cu_ft
cubic yard | volume | 764.554857984 | cubic_yard cubic_yards | cu_yd
acre-foot | volume | 1233481.83754752 | acre-foot acre-feet acre_foot acre_feet | -
milliliter | volume m | 0.001 | milliliter milliliters millilitre millilitres | ml mL
liter | volume m | 1 | liter liters litre litres | L
cubic meter | volume m | 1000 | cubic_meter cubic_meters cubic_metre cubic_metres | m³ m3 cu_m
mile per hour | speed | 0.44704 | mile_per_hour miles_per_hour mile_an_hour miles_an_hour | mph
foot per second | speed | 0.3048 | foot_per_second feet_per_second feet_a_second | ft/s
knot | speed | 1852/3600 | knot knots | kt kts
kilometer per hour | speed m | 1000/3600 | kilometer_per_hour kilometers_per_hour kilometre_per_hour
  kilometres_per_hour kilometers_an_hour kilometres_an_hour | km/h kph kmh kmph km/hr km/hour
meter per second | speed m | 1 | meter_per_second meters_per_second metre_per_second metres_per_second
  meters_a_second metres_a_second | m/s
"""

_OTHER_WORDS = {
    "percent": PERCENT, "per cent": PERCENT, "pct": PERCENT,
    "percentage point": POINT, "percentage points": POINT, "point": POINT, "points": POINT,
    "degree celsius": CELSIUS, "degrees celsius": CELSIUS, "celsius": CELSIUS,
    "degree centigrade": CELSIUS, "degrees centigrade": CELSIUS, "centigrade": CELSIUS,
    "degree fahrenheit": FAHRENHEIT, "degrees fahrenheit": FAHRENHEIT, "fahrenheit": FAHRENHEIT,
    "degree": DEGREE, "degrees": DEGREE,
}  # fmt: skip
_OTHER_SYMBOLS = {
    "%": PERCENT, "pp": POINT, "°C": CELSIUS, "°F": FAHRENHEIT, "° C": CELSIUS, "° F": FAHRENHEIT,
    "ºC": CELSIUS,
    "ºF": FAHRENHEIT, "C": CELSIUS, "F": FAHRENHEIT, "degrees C": CELSIUS, "degrees F": FAHRENHEIT,
    "°": DEGREE,
}  # fmt: skip

_CURRENCY_WORDS = {
    "dollar": "$", "dollars": "$", "us dollars": "US$", "euro": "€", "euros": "€", "pounds sterling": "£",
    "yen": "¥", "yuan": "yuan", "renminbi": "yuan", "rupee": "₹", "rupees": "₹", "peso": "peso",
    "pesos": "peso",
    "ruble": "ruble", "rubles": "ruble", "rouble": "ruble", "roubles": "ruble", "francs": "franc",
    "shekels": "shekel", "lira": "lira", "liras": "lira", "riyals": "riyal", "cents": "cent",
    "pence": "penny", "kronor": "krona", "kroner": "krone", "zlotys": "zloty", "rials": "rial",
}  # fmt: skip

CURRENCY_SIGN = r"(?:(?:US|USD|A|AU|C|CA|CAN|NZ|HK|S|R|NT)?\$|[£€¥₹₽₩₪₦₺]|(?:USD|EUR|GBP|CHF)[ ]?)"
"""What stands before an amount of money."""


def currency(sign: str) -> Unit:
    """The currency of a sign or code; "$" and "US$" differ, for the first may be any dollar."""
    return Unit(sign.strip(), Dimension.CURRENCY)


def _measures() -> Iterator[tuple[Unit, list[str], list[str]]]:
    for line in _TABLE.strip().replace("\n  ", " ").splitlines():
        name, kind, sizes, words, symbols = (cell.strip() for cell in line.split(" | "))
        dimension, _, metric = kind.partition(" ")
        factors = tuple(Fraction(*map(Fraction, size.split("/"))) for size in sizes.split())
        unit = Unit(name, Dimension(dimension), factors, metric=metric == "m")
        spellings = ([word.replace("_", " ") for word in cell.split()] for cell in (words, symbols))
        yield unit, next(spellings), [symbol for symbol in next(spellings) if symbol != "-"]


def _lexicon() -> tuple[Mapping[str, Unit], Mapping[str, Unit]]:
    words = dict(_OTHER_WORDS) | {word: currency(sign) for word, sign in _CURRENCY_WORDS.items()}
    symbols = dict(_OTHER_SYMBOLS)
    for unit, its_words, its_symbols in _measures():
        words |= dict.fromkeys(its_words, unit)
        symbols |= dict.fromkeys(its_symbols, unit)
    return words, symbols


WORDS, SYMBOLS = _lexicon()
"""Spelling -> unit; the words in lower case, the symbols as they are."""

_UNIT = regex(
    rf"(?P<gap>[ ]?-?[ ]?)(?:(?P<word>(?i:{alternatives([*WORDS])}))"
    rf"|(?P<symbol>{alternatives([*SYMBOLS])}))(?!\w)"
)
_RATE = regex(
    r"[ ](?:per|an?|each|every)[ ](?P<word>[a-z]{2,12})\b|/(?P<short>[a-z]{1,12})\b|[ ](?P<adverb>annually"
    r"|apiece|yearly)\b"
)


def read_unit(prose: str, offset: int, limit: int) -> tuple[Unit, int, str] | None:
    """The unit that begins at or just behind an offset.

    Returns:
        The unit, the offset at which it ends, and the gap before it ("", " " or a hyphen); None
        where there is none.
    """
    match = _UNIT.match(prose, offset, limit)
    if match is None:
        return None
    word, symbol = match["word"], match["symbol"]
    return (WORDS[word.lower()] if word else SYMBOLS[symbol], match.end(), match["gap"])


def read_rate(prose: str, offset: int, limit: int) -> tuple[str, int]:
    """What a quantity is counted per ("gallon", "year") and where that ends; "" for nothing."""
    match = _RATE.match(prose, offset, limit)
    if match is None:
        return "", offset
    return (match["word"] or match["short"] or match["adverb"] or "", match.end())

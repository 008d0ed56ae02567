"""In which language a report is: other languages are known, and English is never left out."""

import pytest

from checker.extract.language import language, language_name
from checker.extract.profile import profile
from checker.read import read_text
from checker.rulebook.furniture import furniture

REPORTS = {
    "de": (
        "Bei einem Brand in der Altstadt von Lirren sind am Montag nach Angaben der Polizei 26 Menschen ums Leben"
        " gekommen. Die Feuerwehr war mit neun Fahrzeugen im Einsatz, und das Rathaus wurde zum Teil zerstört."
    ),
    "fr": (
        "Un incendie dans la vieille ville de Lirren a fait 26 morts lundi, selon la police. Les pompiers ont lutté"
        " toute la nuit contre les flammes, et une partie de la mairie est détruite."
    ),
    "es": (
        "Un incendio en el casco antiguo de Lirren dejó el lunes 26 muertos, según la policía. Los bomberos lucharon"
        " toda la noche contra las llamas y una parte del ayuntamiento fue destruida."
    ),
    "pt": (
        "Um incêndio na cidade velha de Lirren fez 26 mortos na segunda-feira, segundo a polícia. Os bombeiros"
        " combateram as chamas durante a noite e uma parte da câmara municipal foi destruída, mas não há feridos."
    ),
    "it": (
        "Un incendio nel centro storico di Lirren ha causato lunedì 26 morti, secondo la polizia. I vigili del fuoco"
        " hanno lottato per tutta la notte e una parte del municipio è andata distrutta."
    ),
    "nl": (
        "Bij een brand in de oude stad van Lirren zijn maandag 26 mensen om het leven gekomen, meldt de politie. De"
        " brandweer was met negen wagens aanwezig en het stadhuis is voor een deel verwoest."
    ),
    "sv": (
        "En brand i gamla stan i Lirren krävde på måndagen 26 liv, enligt polisen. Brandkåren kämpade hela natten och"
        " en del av stadshuset har förstörts, men det är inte känt hur det började."
    ),
    "da": (
        "En brand i den gamle bydel i Lirren kostede mandag 26 mennesker livet, og politiet ved ikke, hvad der var"
        " årsagen. Brandvæsenet kæmpede hele natten, og en del af rådhuset er ødelagt, men ikke kirken."
    ),
    "pl": (
        "W pożarze na starym mieście w Lirren zginęło w poniedziałek 26 osób, jak podała policja. Strażacy walczyli z"
        " ogniem przez całą noc, a część ratusza została zniszczona, ale nie wiadomo, co było przyczyną."
    ),
    "cs": (
        "Při požáru na starém městě v Lirrenu zemřelo v pondělí 26 lidí, uvedla policie. Hasiči s ohněm bojovali celou"
        " noc a část radnice je zničena, ale zatím se neví, co bylo příčinou, protože vyšetřování už začalo."
    ),
    "ro": (
        "Un incendiu în orașul vechi din Lirren a provocat luni moartea a 26 de oameni, potrivit poliției. Pompierii au"
        " luptat toată noaptea cu flăcările și o parte din primărie este distrusă."
    ),
    "tr": (
        "Lirren'in eski kentinde pazartesi günü çıkan bir yangında polise göre 26 kişi öldü ve çok sayıda kişi"
        " yaralandı. İtfaiye gece boyunca alevlerle mücadele etti, ancak belediye binası ile bir okul da yandı. Bu olay"
        " için soruşturma olduğunu valilik söyledi."
    ),
    "id": (
        "Kebakaran di kota tua Lirren pada hari Senin menewaskan 26 orang, kata polisi. Petugas pemadam berjuang"
        " sepanjang malam dan sebagian balai kota hancur, tetapi belum jelas apa penyebab dari api itu."
    ),
    "sw": (
        "Moto katika mji wa kale wa Lirren uliua watu 26 siku ya Jumatatu, polisi walisema. Wazima moto walipambana"
        " na moto huo usiku kucha na sehemu ya jengo la manispaa iliharibiwa baada ya saa nne."
    ),
    "vi": (
        "Một vụ cháy ở khu phố cổ của Lirren hôm thứ Hai đã làm 26 người chết, theo cảnh sát. Lính cứu hỏa đã chiến đấu"
        " với ngọn lửa trong đêm và một phần của tòa thị chính không còn, những người này được đưa đến bệnh viện."
    ),
    "hu": (
        "Lirren óvárosában hétfőn egy tűzben 26 ember meghalt, közölte a rendőrség. A tűzoltók egész éjjel küzdöttek,"
        " és a városháza egy része is elpusztult, de még nem tudni, hogy mi volt az ok, mert azt csak most vizsgálják."
    ),
    "so": (
        "Dab ka kacay magaalada Lirren ayaa dilay 26 qof maalintii Isniinta, sida ay booliisku sheegeen. Dab"
        " demiyayaashu waxay la dagaalameen dabka oo dhan habeenkii, waxaana burburay qayb ka mid ah xarunta iyo"
        " dukaamo badan oo ku yaal suuqa."
    ),
    "ru": (
        "При пожаре в старом городе Лиррен в понедельник погибли 26 человек, сообщила полиция. Мэрия частично "
        "разрушена."
    ),
    "uk": ("Унаслідок пожежі у старому місті Ліррен у понеділок загинули 26 людей, повідомила поліція. Є й поранені."),
    "bg": ("При пожар в стария град на Лирен в понеделник загинаха 26 души, съобщи полицията. Кметството е разрушено."),
    "sr": (
        "У пожару у старом граду Лирену у понедељак је погинуло 26 људи, саопштила је полиција. Већница је уништена."
    ),
    "ar": "لقي ستة وعشرون شخصا مصرعهم في حريق اندلع يوم الاثنين في المدينة القديمة، حسب ما قالت الشرطة.",
    "fa": "در آتش‌سوزی روز دوشنبه در شهر قدیمی ۲۶ نفر کشته شدند، پلیس گفت. آتش‌نشانان تمام شب با شعله‌ها جنگیدند.",
    "ur": (
        "پیر کے روز پرانے شہر میں لگنے والی آگ میں 26 افراد ہلاک ہو گئے، پولیس نے بتایا۔ آگ بجھانے والے رات "
        "بھر لڑتے رہے۔"
    ),
    "he": "עשרים ושישה בני אדם נהרגו ביום שני בשריפה שפרצה בעיר העתיקה, כך מסרה המשטרה. הכבאים נלחמו באש כל הלילה.",
    "zh": (
        "警方说，星期一老城发生的火灾造成二十六人死亡。消防员整夜与大火搏斗，市政厅的一部分被毁，起火原因仍不清楚"
        "，调查正在进行。"
    ),
    "ja": (
        "警察によると、月曜日に旧市街で起きた火事で二十六人が死亡した。消防隊は一晩中火と戦い、市役所の一部が壊れ"
        "た。原因はまだわかっていない。"
    ),
    "ko": (
        "경찰에 따르면 월요일 구시가지에서 일어난 불로 스물여섯 명이 숨졌다. 소방대는 밤새 불길과 싸웠고 "
        "시청 일부가 무너졌다고 한다."
    ),
    "el": "Από πυρκαγιά στην παλιά πόλη σκοτώθηκαν τη Δευτέρα 26 άνθρωποι, ανακοίνωσε η αστυνομία.",
    "hi": "पुलिस के अनुसार सोमवार को पुराने शहर में लगी आग में छब्बीस लोगों की मौत हो गई और कई घायल हुए।",
    "am": "ሰኞ ዕለት በአሮጌው ከተማ በተነሳ እሳት ሃያ ስድስት ሰዎች መሞታቸውን ፖሊስ አስታወቀ። የእሳት አደጋ ሠራተኞች ሌሊቱን ሙሉ ታገሉ።",
    "th": "ตำรวจกล่าวว่าเพลิงไหม้ในเมืองเก่าเมื่อวันจันทร์ทำให้มีผู้เสียชีวิตยี่สิบหกคน",
}

ENGLISH = [
    "",
    "26 dead",
    "Toll: 45",
    "| Killed | 43 |\n| Wounded | 12 |",
    "The fire in San José de los Llanos, near La Paz, killed 26 people.",
    "Places hit: La Paz, El Alto, Los Andes, Las Vegas, Playa del Carmen, San Juan de los Lagos, Río de la Plata.",
    "Those hurt: Juan de la Cruz, María del Carmen y Torres, José de los Santos, Luis de la Vega, Ana del Río.",
    "Among the dead: Ali bin Hassan al-Masri, Omar ibn Said, Abu Bakr al-Din, Nur ad-Din, Ahmed el-Sayed.",
    "Von der Leyen met van der Bellen, de Croo, de Wever and van den Berg in Den Haag on Monday.",
    "Der Spiegel, Die Zeit, Le Monde, La Repubblica, El País and O Globo reported 26 dead in Lirren.",
    'He said "il ne faut pas que la ville soit dans le noir" and left. The crowd laughed, and 26 of them followed him.',
    "De 26 people died.",
    "Rescuers found nine of the missing alive on Monday, the mayor said, and 12 more were still under the roof.",
    "FIRE IN LIRREN KILLS 26\n\nLIRREN, May 6",
    "Killed: 26. Wounded: 40. Missing: 3. Source: Civil Defence (الدفاع المدني).",
    "The group, الجبهة الشعبية لتحرير المدينة القديمة, said on Monday that 26 of its members were killed.",
    "26 muertos",
    "6.5.2031 Lirren: 26 tote Menschen",
]


@pytest.mark.parametrize(("code", "text"), REPORTS.items())
def test_other_languages_are_known(code: str, text: str) -> None:
    assert language(text) == code
    assert language(f"{text}\n\n" * 60) == code


@pytest.mark.parametrize("text", ENGLISH)
@pytest.mark.parametrize("declared", ["", "fr", "ar"])
def test_what_may_be_english_is_english(text: str, declared: str) -> None:
    assert language(text, declared) == "en"


FINNISH = (
    "Tulipalo Lirrenin vanhassa kaupungissa vaati maanantaina kuusi uhria. Palokunta taisteli yön läpi liekkejä."
    " Kaupungintalo tuhoutui osittain, kertoi poliisi. Syytä tutkitaan edelleen, sanoi pormestari tiistaina. "
)


@pytest.mark.parametrize(
    ("declared", "code"),
    [
        ("fi", "fi"),
        ("fi-FI", "fi"),
        ("Finnish", "fi"),
        ("et", "et"),
        ("", "en"),
        ("en", "en"),
        ("English", "en"),
        ("?", "en"),
    ],
)
def test_a_document_that_is_not_english_is_believed_what_it_bears(declared: str, code: str) -> None:
    assert language(FINNISH * 4, declared) == code


def test_a_template_in_another_language_changes_nothing() -> None:
    text = (
        "---\nlanguage: de\n---\n\n"
        + "The fire was out by noon, the mayor said, and most of the people went home. " * 9
    )
    assert profile(read_text("a.md", text)).language == "en"


def test_the_front_matter_and_the_configuration() -> None:
    text = f"---\nlang: fi\n---\n\n{FINNISH * 4}"
    document = read_text("a.md", text)
    assert profile(document).language == "fi"
    assert profile(document.model_copy(update={"defaults": {"language": "en"}})).language == "en"


def test_an_english_report_with_a_long_foreign_quote_is_english() -> None:
    told = (
        "The mayor of Lirren, who was at the scene for most of the night, said that the fire had been put out by noon. "
    )
    assert language(told * 3 + REPORTS["fr"] + told * 2) == "en"
    assert language(told * 3 + REPORTS["ar"] + told * 2) == "en"


def test_names() -> None:
    assert (language_name("fr"), language_name("xx")) == ("French", "xx")


@pytest.mark.parametrize(("code", "known"), furniture().languages.items())
def test_every_language_can_be_told(code: str, known: object) -> None:
    told = furniture().languages[code]
    assert told.name
    assert bool(told.words) != bool(told.script), known

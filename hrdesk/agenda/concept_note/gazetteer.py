"""Tables of places: the seats of the United Nations, cities where mechanisms meet, the States."""

SEATS = {
    "geneva": ("Switzerland", "Europe/Zurich"),
    "genève": ("Switzerland", "Europe/Zurich"),
    "ginebra": ("Switzerland", "Europe/Zurich"),
    "new york": ("United States of America", "America/New_York"),
    "nueva york": ("United States of America", "America/New_York"),
    "vienna": ("Austria", "Europe/Vienna"),
    "vienne": ("Austria", "Europe/Vienna"),
    "nairobi": ("Kenya", "Africa/Nairobi"),
    "addis ababa": ("Ethiopia", "Africa/Addis_Ababa"),
    "addis-abeba": ("Ethiopia", "Africa/Addis_Ababa"),
    "bangkok": ("Thailand", "Asia/Bangkok"),
    "beirut": ("Lebanon", "Asia/Beirut"),
    "beyrouth": ("Lebanon", "Asia/Beirut"),
    "santiago": ("Chile", "America/Santiago"),
    "santiago de chile": ("Chile", "America/Santiago"),
}
"""The seats of the United Nations and its regional commissions: country and time zone."""

CITIES = {
    "Africa/Banjul": "banjul",
    "America/New_York": "washington, washington d.c., washington dc, washington d.c.",
    "Asia/Jakarta": "jakarta",
    "Asia/Makassar": "bali",
    "Europe/Paris": "strasbourg, paris",
    "Europe/Brussels": "brussels, bruxelles, bruselas",
    "Europe/Warsaw": "warsaw",
    "Europe/Amsterdam": "the hague, la haye",
    "Europe/London": "london",
    "Europe/Rome": "rome, venice",
    "Europe/Madrid": "madrid",
    "Europe/Lisbon": "lisbon",
    "Europe/Dublin": "dublin",
    "Europe/Copenhagen": "copenhagen",
    "Europe/Oslo": "oslo",
    "Europe/Stockholm": "stockholm",
    "Europe/Berlin": "berlin",
    "America/Costa_Rica": "san josé, san jose",
    "America/Mexico_City": "mexico city, ciudad de méxico",
    "America/Argentina/Buenos_Aires": "buenos aires",
    "America/Bogota": "bogotá, bogota",
    "America/Lima": "lima",
    "America/Guayaquil": "quito",
    "America/Montevideo": "montevideo",
    "America/Panama": "panama city",
    "America/Asuncion": "asunción",
    "America/Sao_Paulo": "brasília, brasilia",
    "America/Jamaica": "kingston",
    "America/Port_of_Spain": "port of spain",
    "Africa/Dar_es_Salaam": "arusha",
    "Africa/Dakar": "dakar",
    "Africa/Lagos": "abuja",
    "Africa/Johannesburg": "pretoria, midrand, johannesburg, cape town",
    "Africa/Maseru": "maseru",
    "Africa/Accra": "accra",
    "Africa/Kampala": "kampala",
    "Africa/Kigali": "kigali",
    "Africa/Niamey": "niamey",
    "Africa/Nouakchott": "nouakchott",
    "Africa/Douala": "yaoundé",
    "Africa/Tunis": "tunis",
    "Africa/Cairo": "cairo, le caire",
    "Africa/Casablanca": "rabat, marrakech, marrakesh",
    "Asia/Qatar": "doha",
    "Asia/Amman": "amman",
    "Asia/Riyadh": "riyadh, jeddah",
    "Asia/Kuala_Lumpur": "kuala lumpur",
    "Asia/Singapore": "singapore",
    "Asia/Manila": "manila",
    "Asia/Phnom_Penh": "phnom penh",
    "Asia/Ho_Chi_Minh": "hanoi",
    "Asia/Vientiane": "vientiane",
    "Asia/Yangon": "yangon",
    "Pacific/Fiji": "suva",
    "Asia/Kathmandu": "kathmandu",
    "Asia/Kolkata": "new delhi",
    "Asia/Seoul": "seoul",
    "Asia/Tokyo": "tokyo",
    "Asia/Baku": "baku",
}
"""Cities where mechanisms meet, by their time zone."""

ZONES = {city.strip(): zone for zone, cities in CITIES.items() for city in cities.split(",")}

COUNTRIES = frozenset(
    name.casefold()
    for name in (
        "Afghanistan,Albania,Algeria,Andorra,Angola,Antigua and Barbuda,Argentina,Armenia,Australia,Austria,Azerbaijan,"
        "Bahamas,Bahrain,Bangladesh,Barbados,Belarus,Belgium,Belize,Benin,Bhutan,Bolivia,Bosnia and "
        "Herzegovina,Botswana,"
        "Brazil,Brunei Darussalam,Bulgaria,Burkina Faso,Burundi,Cabo Verde,Cambodia,Cameroon,Canada,"
        "Central African Republic,Chad,Chile,China,Colombia,Comoros,Congo,Costa Rica,Côte d'Ivoire,Croatia,Cuba,Cyprus,"
        "Czechia,Czech Republic,Democratic Republic of the Congo,Denmark,Djibouti,Dominica,Dominican Republic,Ecuador,"
        "Egypt,El Salvador,Equatorial Guinea,Eritrea,Estonia,Eswatini,Ethiopia,Fiji,Finland,France,Gabon,Gambia,"
        "The Gambia,Georgia,Germany,Ghana,Greece,Grenada,Guatemala,Guinea,Guinea-Bissau,Guyana,Haiti,Honduras,Hungary,"
        "Iceland,India,Indonesia,Iran,Iraq,Ireland,Israel,Italy,Jamaica,Japan,Jordan,Kazakhstan,Kenya,Kiribati,Kuwait,"
        "Kyrgyzstan,Lao People's Democratic Republic,Latvia,Lebanon,Lesotho,Liberia,Libya,Liechtenstein,Lithuania,"
        "Luxembourg,Madagascar,Malawi,Malaysia,Maldives,Mali,Malta,Marshall Islands,Mauritania,Mauritius,Mexico,"
        "Micronesia,Monaco,Mongolia,Montenegro,Morocco,Mozambique,Myanmar,Namibia,Nauru,Nepal,Netherlands,"
        "The Netherlands,New Zealand,Nicaragua,Niger,Nigeria,North Macedonia,Norway,Oman,Pakistan,Palau,"
        "State of Palestine,Panama,Papua New Guinea,Paraguay,Peru,Philippines,Poland,Portugal,Qatar,Republic of Korea,"
        "Republic of Moldova,Romania,Russian Federation,Rwanda,Saint Lucia,Samoa,San Marino,Sao Tome and Principe,"
        "Saudi Arabia,Senegal,Serbia,Seychelles,Sierra Leone,Singapore,Slovakia,Slovenia,Solomon Islands,Somalia,"
        "South Africa,South Sudan,Spain,Sri Lanka,Sudan,Suriname,Sweden,Switzerland,Syrian Arab Republic,Tajikistan,"
        "Thailand,Timor-Leste,Togo,Tonga,Trinidad and Tobago,Tunisia,Turkey,Türkiye,Turkmenistan,Tuvalu,Uganda,Ukraine,"
        "United Arab Emirates,United Kingdom,United Republic of Tanzania,Tanzania,United States of "
        "America,United States,"
        "USA,Uruguay,Uzbekistan,Vanuatu,Venezuela,Viet Nam,Vietnam,Yemen,Zambia,Zimbabwe,"
        "Suisse,Autriche,Éthiopie,Sénégal,Gambie,États-Unis d'Amérique,Suiza,Francia,México,Perú,Panamá,España,Italia"
    ).split(",")
)

"""Spanish."""

from __future__ import annotations

from generator.suggesting.speech import Speech

SPEECH = Speech(
    code="es",
    says=(
        "dijo|dice|dijeron|dicen|ha dicho|afirmó|afirma|afirmaron|aseguró|asegura|declaró|declara|"
        "declararon|añadió|añade|agregó|agrega|señaló|señala|explicó|explica|indicó|indica|"
        "anunció|anuncia|anunciaron|informó|informa|escribió|escribe|advirtió|advierte|sostuvo|"
        "sostiene|manifestó|subrayó|destacó|destaca|confirmó|confirma|reconoció|admitió|"
        "respondió|contestó|recordó|concluyó|insistió|prometió|reiteró|alegó|contó|cuenta"
    ),
    judges=(
        "negó|niega|criticó|critica|criticaron|acusó|acusa|acusaron|condenó|condena|condenaron|denunció|"
        "denuncia|rechazó|rechaza|celebró"
    ),
    adds="diciendo|añadiendo|afirmando|asegurando|agregando|señalando",
    fronting="como",
    asides="citando|un|una|que|quien",
    infinitives="a|de",
    according="según|de acuerdo con|en palabras de",
    relatives="que|quien|quienes|donde",
    that="que",
    persons="él|ella|usted",
    things="ello",
    between="también|luego|después|ya|ha|había|le|les|se|nos|además|hoy|ayer|reiteradamente",
    unsaid="no|nunca|a|de|si|como",
    joins="y|e|pero|mientras",
    prepositions=(
        "de|del|a|al|en|por|para|con|sin|sobre|contra|entre|hacia|desde|hasta|tras|ante|bajo"
    ),
    determiners="el|la|los|las|un|una|unos|unas|su|sus|este|esta|estos|estas|ese|esa",
    roles=(
        "sr|sra|dr|dra|presidente|presidenta|ministro|ministra|primer|primera|general|portavoz|"
        "director|directora|jefe|secretario|secretaria|el|la|los|las|un|una"
    ),
    harm=(
        "muertos|muertas|muerto|murieron|heridos|heridas|herido|desaparecidos|desplazados|"
        "detenidos|rescatados|víctimas|asesinados"
    ),
    report="dijo|anunció|comunicado|informe|entrevista|foto",
    edges=(
        "el|la|los|las|un|una|unos|unas|de|del|a|al|en|por|para|con|sobre|y|o|e|pero|que|quien|"
        "quienes|donde|cuando|como|su|sus|este|esta|es|son|fue|fueron|era|eran|ha|han|había|sido|"
        "se|más|desde|tras|entre|contra|hasta"
    ),
    breaks="que|quien|quienes|donde|cuando|mientras|pero|aunque|porque|si",
    singular="fue|era|es|ha",
    be="fue|fueron|era|eran|es|son|ha|han|había|sido|estaban",
    caption="foto|imagen|crédito",
    common="el|la|los|las|de|del|en|y|desde|por|número|total|personas",
    first_person="yo|nosotros|nuestro|nuestra|nuestros|mi|mis|hemos|somos|estamos|nos",
)

"""Given names that are common in several languages, so that a full name is known as one."""

from __future__ import annotations

from typing import Final

from .vocabulary import words_of

GIVEN_NAMES: Final = words_of("""
    aaron abdul abdullah abraham adam adel adrian ahmad ahmed alan albert alejandro alexander
    alexei alfred ali alice alison amanda amina amir amy ana anastasia andrea andreas andrei
    andrew andrzej angela ann anna anne annalena anthony antonio antony arthur ash astrid barbara
    bashar beatrice benjamin bernard bernd boris brian bruce carl carla carlos carmen carol
    caroline catherine chantal charles charlotte christian christina christine christopher claire
    clara claudia colin cristina dagmar daniel daniela david deborah denis diana diego dieter
    dmitry dominic donald dorothy edward elena eleanor elizabeth ellen emily emma emmanuel enrique
    eric erik ernst eva evelyn fatima felix fernando florian francesca francesco francis francisco
    francois frank franz friedrich gabriel gareth gary george georg gerald gerhard giorgio
    giovanni giuseppe gordon graham grant greg gregory guillermo gustavo hannah hans harald harold
    hassan heather heidi heinrich helen helena helga henry hillary hussein ian ibrahim igor ingrid
    irina isabel ivan jack jacob jacques james jan jane janet jason jean jeff jeffrey jennifer
    jens jeremy jessica joachim joan joe johan johann johannes john jonathan jorge josef joseph
    joshua juan judith julia julian julie jurgen karen karin karl katharina katherine kathleen
    keith kenneth kerstin kevin khaled khalid klaus konrad kurt lars laura lauren laurent lawrence
    leila leonard leonid lisa louis lucas lucy luis luigi lukas magdalena manfred manuel marc
    marco marcus margaret maria mariam marie marina mario mark markus marta martin martina mary
    matthew matthias max mehmet michael michel michelle miguel mikhail mohamed mohammad mohammed
    monica monika moritz muhammad mustafa nadia nancy natalia nathan nicholas nicola nicole
    nikolai nils noah olaf oleg olga oliver omar oscar osman otto pablo pamela patricia patrick
    paul paula pavel pedro peter petra philip pierre rachel rainer ralph raymond rebecca reinhard
    renate ricardo richard rishi robert roberto roger roland ronald rosa ruth sabine salman
    samantha samir samuel sandra sara sarah sebastian sergei sergey sharon silvia simon sofia
    sonia sophie stefan stefanie stephanie stephen steve steven stuart suella susan susanne
    suzanne svetlana sylvia tamara tanya tatiana teresa theodor theresa thomas thorsten tim
    timothy tom tony ulrich ulrike ursula uwe valentina vanessa vera veronica victor victoria
    viktor vincent virginia vladimir volker volodymyr walter werner william wolfgang xavier yasmin
    youssef yusuf yuri yvette yvonne zahra zainab
""")
"""In lower case, without marks."""

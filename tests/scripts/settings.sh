#!/bin/sh
# Every place of work and every person, from the start screen to the note in the folder, as the
# officer there walks: what is said aloud there, whether a child is seen as one, what may be asked
# when, to whom the note goes, and what helps this person here. A walk is made from the pieces below.
# With a folder as argument it also leaves pictures there.
set -u
cd "$(dirname "$0")/../.." || exit 3
waymark=${BUILD:-build}/waymark
pictures=${1:-}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0

. tests/say.sh

# ---- lines of a walk

repeat() { # HOW-OFTEN KEY
    for _ in $(seq "$1"); do echo "press \"$2\""; done
}

each() { # VERB PREFIX IDS [SUFFIX]
    for id in $3; do echo "$1 \"$2$id${4:-}\""; done
}

picture() { # NAME
    [ -z "$pictures" ] || echo "shot \"$at-$who-$1\""
}

# In a window in which all of a screen shows.
click_in_all() { # KEY
    printf 'size 1900x2200\nclick "%s"\nsize %s\n' "$1" "$size"
}

# All of a screen that is longer than the window.
whole() { # NAME
    [ -z "$pictures" ] || printf 'size 1900x2200\nshot "%s-%s-%s-whole"\nsize %s\n' "$at" "$who" "$1" "$size"
}

# Seen again, a screen puts the keyboard where something is open; there the arrows choose.
answer_open() { # CTRL-OF-ANOTHER-SCREEN CTRL-OF-THIS FIRST-KEY NUMBER
    printf 'press "Ctrl %s"\npress "Ctrl %s"\nfocus "%s"\n' "$1" "$2" "$3"
    printf 'press "Down"\npress "Up"\n' # brings it into sight
    repeat $(($4 - 1)) Down
    echo 'press "Space"'
}

# ---- places: what is said and seen there alone

lines_second="who-i-am what-for"
lines_visa="visa-who-i-am visa-what-for visa-can-stop"
lines_help="help-who-i-am help-what-for"
lines_registration="registration-who-i-am registration-what-for registration-can-choose"
lines_interview="interview-who-i-am interview-what-for interview-can-choose"
lines_reception="reception-who-i-am reception-what-for"
# What a child hears instead, in fewer and simpler words.
child_second="child-who-i-am child-what-for child-can-stop child-pass-on"
child_visa="child-who-i-am child-what-for-visa child-can-stop child-pass-on"
child_help="child-who-i-am-here child-what-for child-can-stop child-pass-on"
child_asylum="child-who-i-am child-what-for-asylum child-can-choose child-pass-on"
all_child="$child_second $child_visa $child_help $child_asylum"
all_lines="$all_child $lines_second $lines_visa $lines_help $lines_registration $lines_interview $lines_reception"

# `asks`: a sign of the quick set that has a question; `silent`: one for a child that has none;
# `noted`: signs, each with how it is known, that are enough together.
at_place() { # PLACE
    with=1 mode=1 booth='' stop=yes missing='' own_adult='' duty="serious crimes" second_tile=t-injury other_dangers="t-pregnant t-others t-tracked" no_dangers="t-body-packing"
    not_here="pause-removal asylum-guarantees call-for-interview ask-central-authority host-state-caution"
    does="What will you do there?" hides="Information for travellers"
    [ "$1" = booth ] && booth=yes
    case $1 in
    second | booth)
        setting=border-second-line digit=1 name="Border check, second line" lines=$lines_second child_lines=$child_second with=2
        open="How has the journey been for you?" other_dangers="t-body-packing $other_dangers" no_dangers=''
        asks_adult=docs-held-by-other noted_adult=docs-held-by-other:said asks_child=child-without-guardian silent=child-fears-adult noted_child=child-fears-adult:seen
        here="pause-removal" rights="not-removed asylum" no_rights=help-abroad
        ;;
    glass)
        setting=visa-desk digit=3 name="Visa desk" lines=$lines_visa child_lines=$child_visa with=2 second_tile=t-ongoing-control
        open="How did you come to plan this trip?" hides="Information for visitors"
        asks_adult=docs-content-unknown noted_adult="agent-runs-application:document docs-content-unknown:said" stop='' asks_child=child-does-not-know-adult silent=child-fears-adult noted_child=child-fears-adult:seen
        here="ask-central-authority host-state-caution" rights="help-abroad" no_rights="not-removed asylum help-kinds"
        ;;
    file)
        setting=visa-desk digit=3 name="Visa desk" lines=$lines_visa child_lines=$child_visa mode=3 with=5 second_tile=t-ongoing-control
        open="How did you come to plan this trip?" does="Not now: only the file is here." hides="Information for visitors"
        asks_adult=offer-vague noted_adult="same-sponsor-many:document offer-vague:document" stop='' asks_child=minor-consent-gap silent=child-as-spouse noted_child=child-as-spouse:document
        here="call-for-interview ask-central-authority host-state-caution" rights="help-abroad" no_rights="not-removed asylum help-kinds"
        ;;
    help)
        setting=consular-help digit=4 name="Help for own citizens abroad" lines=$lines_help child_lines=$child_help
        open="What do you need most right now?" does="What have you been doing in this country?" hides="Information for visitors"
        asks_adult=citizen-in-distress-abroad noted_adult="citizen-in-distress-abroad:said locked-or-guarded:said" asks_child=citizen-in-distress-abroad silent=child-fears-adult noted_child=marriage-against-will:said
        here="host-state-caution" own_adult=distress-abroad rights="help-abroad" no_rights="not-removed asylum help-kinds"
        ;;
    registration)
        setting=asylum-registration digit=5 name="Asylum, registration" lines=$lines_registration child_lines=$child_asylum
        open="How are you today, and what do you need?" does="What work have you done since you left home, if any?" hides="Information for applicants"
        asks_adult=exploited-on-the-way noted_adult=exploited-on-the-way:said asks_child=child-without-guardian silent=child-fears-adult noted_child=told-what-to-claim:said
        here="pause-removal asylum-guarantees" rights="not-removed asylum" no_rights=help-abroad missing=may-go-missing
        ;;
    interview)
        setting=asylum-interview digit=6 name="Asylum, interview" lines=$lines_interview child_lines=$child_asylum second_tile=t-selfharm other_dangers="t-injury $other_dangers"
        open="How have things been for you since you left home?" does="What work have you done since you left home, if any?" hides="Information for applicants"
        asks_adult=debt-for-journey noted_adult="debt-for-journey:said fears-return-to-exploiter:said" stop='' asks_child=told-what-to-claim silent=child-works noted_child=child-works:said
        here="pause-removal asylum-guarantees" rights="not-removed asylum" no_rights=help-abroad
        ;;
    reception)
        setting=reception digit=7 name="Reception and accommodation" lines=$lines_reception child_lines=$child_second second_tile=t-ongoing-control duty="missing"
        open="How are your days here?" other_dangers="t-injury $other_dangers" does="What do you do during the day, or plan to do?" hides="Information for residents"
        asks_adult=collected-from-centre noted_adult="must-report-constantly:said debt-for-journey:said" stop='' asks_child=child-went-missing silent=child-older-friend noted_child=child-went-missing:official
        here="safe-return" rights="not-removed asylum" no_rights=help-abroad missing=may-go-missing
        ;;
    esac
    not_here=$(without "$here" "$not_here")
}

without() { # WORDS FROM
    for word in $2; do
        case " $1 " in *" $word "*) ;; *) printf '%s ' "$word" ;; esac
    done
}

# ---- persons

# `gender` and `age`: the digits that answer them; `helps`: what is for this person alone.
as_person() { # PERSON
    adults="talk-apart child-heard-apart services-men-boys lgbtiq-safe-place presumption-of-childhood best-interests guardian no-own-tracing protection-without-conditions may-go-missing distress-abroad"
    child="best-interests guardian no-own-tracing protection-without-conditions"
    case $1 in
    woman) age=1 gender=1 prompt=woman helps='' ;;
    man) age=1 gender=2 prompt=man helps="services-men-boys" ;;
    other) age=1 gender=3 prompt=other-or-not-stated helps="lgbtiq-safe-place" ;;
    girl) age=2 gender=1 prompt=girl helps="$child" ;;
    boy) age=2 gender=2 prompt=boy helps="services-men-boys $child" ;;
    may-be-child) age=3 gender=4 prompt="maybe-child child" helps="presumption-of-childhood $child" ;;
    esac
    case $setting-$1 in visa-desk-boy | visa-desk-other | consular-help-boy) prompt='' ;; esac
    if is_child; then helps="$helps $missing"; else helps="$helps $own_adult"; fi
    # With an adult beside them: an adult is asked apart, a child is heard gently.
    [ "$with" != 2 ] || helps="$helps $(is_child && echo child-heard-apart || echo talk-apart)"
    not_for=$(without "$helps" "$adults")
    [ "$setting" = visa-desk ] && not_for="$not_for safe-return"
    is_child && lines=$child_lines
    if ! is_child; then
        asks=$asks_adult noted=$noted_adult open_words=$open receiver="National referral contact point"
    else
        asks=$asks_child noted=$noted_child open_words="What was today like for you?" receiver="Child protection"
    fi
}

is_child() { [ "$age" != 1 ]; }

# ---- the steps

start() {
    repeat $((digit - 1)) Down
    echo 'press "Space"'
    echo "checked \"start/setting/$setting\""
    picture 01-start
    echo 'press "Enter"'
}

# What hides the work tells of this office, and of nothing else.
hide() {
    printf 'press "F9"\nsee "title" "%s"\n' "$hides"
    picture 02-hidden
    printf 'press "F9"\ngone "hidden/wait"\n'
}

safety() {
    hide
    each see safety/ "t-danger-now $second_tile t-child-danger" /yes
    picture 02-safety
    echo 'press "F2"'
    each see safety/ "$other_dangers" /yes
    each gone safety/ "$no_dangers" /yes
    picture 02-safety-more
    echo 'press "F2"'
    echo 'press "0"'
    each checked safety/ "t-danger-now $second_tile t-child-danger" /none-noted
    echo 'gone "band/now"'
    echo 'press "Enter"'
}

ages="adult child maybe-child"
companies="alone with-adult with-family with-group not-known"
nth() { # NUMBER OF-WORDS
    echo "$2" | cut -d' ' -f"$1"
}

# The booth has said that this may be a child: that is answered already, and can be put right.
answer_age() {
    if [ -n "$booth" ] && is_child; then
        echo 'see "band/child"'
        echo 'checked "who/profile.age/maybe-child"'
        echo 'focus "who/profile.accompanied/alone"'
        echo 'press "Shift Tab"'
        [ "$age" = 3 ] || echo "press \"$age\""
    else
        echo 'focus "who/profile.age/adult"'
        echo 'gone "band/child"'
        echo "press \"$age\""
    fi
}

# Where files are looked at, whether only a file is here decides what else is asked. Safety waits for the
# person.
answer_mode() {
    echo 'checked "who/talk.mode/file"'
    echo 'gone "bar/step/safety"'
    echo 'gone "who/profile.accompanied/alone"'
    echo 'gone "who/profile.interpreter/here"'
    [ "$mode" = 3 ] && return
    echo 'press "Shift Tab"'
    echo 'focus "who/talk.mode/file"'
    echo "press \"$mode\""
    echo 'checked "who/talk.mode/in-person"'
    echo 'see "bar/step/safety"'
    echo 'press "Tab"'
    echo 'focus "who/profile.age/adult"'
}

who_is_here() {
    beside=1
    [ "$setting" != visa-desk ] || { beside=3 && answer_mode; }
    answer_age
    echo "checked \"who/profile.age/$(nth "$age" "$ages")\""
    if [ "$mode" != 3 ]; then
        answer_open "$beside" 2 who/profile.accompanied/alone "$with"
        echo "checked \"who/profile.accompanied/$(nth "$with" "$companies")\""
    fi
    if is_child; then
        echo 'see "band/child" "Help does not wait for agreement"'
        answer_open "$beside" 2 who/profile.guardian/present 2
        echo 'checked "who/profile.guardian/absent"'
    else
        echo 'gone "band/child"'
        echo 'gone "who/profile.guardian/present"'
        echo 'gone "who/profile.plan/verified"'
    fi
    if [ "$mode" != 3 ]; then
        answer_open "$beside" 2 who/profile.interpreter/here 2
        echo 'checked "who/profile.interpreter/telephone"'
    fi
    if is_child; then
        answer_open "$beside" 2 who/profile.plan/verified 1
        echo 'checked "who/profile.plan/verified"'
    fi
    picture 03-who
    echo 'press "Enter"'
}

# First others can hear: nothing may be asked. Then the talk can be held. With a file there is nobody to
# say anything to.
begin() {
    [ "$mode" != 3 ] || echo 'press "Ctrl 3"'
    each see begin/say/ "$lines"
    each gone begin/say/ "$(without "$lines" "$all_lines")"
    is_child || echo "see \"begin/say/what-i-must\" \"$duty\""
    [ "$mode" = 3 ] || echo 'focus "begin/talk.alone/yes"'
    echo 'gone "begin/talk.mode/file"'
    picture 04-begin
    [ "$mode" = 3 ] || hold_the_talk
    echo 'press "Enter"'
    echo 'gone "begin/talk.alone/yes"'
}

hold_the_talk() {
    echo 'press "Down"'
    echo 'press "Space"'
    echo 'checked "begin/talk.alone/no"'
    if [ "$setting" != visa-desk ]; then
        answer_open 2 3 begin/talk.mode/in-person 1
        echo 'checked "begin/talk.mode/in-person"'
    fi
    answer_open 2 3 begin/talk.agreed/yes 1
    echo 'checked "begin/talk.agreed/yes"'
    echo 'press "Ctrl 4"'
    if [ -z "$booth" ] || ! is_child; then
        open_row "$asks"
        echo "see \"signs/$asks/ask\" \"Not now: you are not alone.\""
        picture 05-not-alone
    fi
    echo 'press "Ctrl 3"'
    echo 'press "Down"'
    repeat 2 Up
    echo 'press "Space"'
    echo 'checked "begin/talk.alone/yes"'
}

open_row() { # SIGN
    click_in_all "signs/list/$1"
    [ "$1" = open-question ] || echo "see \"signs/$1/statement\""
}

# Before anything is noted: what may be asked, and of a child only what leads nowhere. What a booth
# has seen is enough for a child: then nothing is asked at all.
quick_set() {
    if [ -n "$booth" ] && is_child; then
        echo 'see "signs/enough"'
        echo "gone \"signs/$asks/ask\""
        open_row open-question
        echo 'see "signs/open-question"'
        echo 'gone "signs/open-question/ask"'
        picture 07-open-question
        return
    fi
    open_row "$asks"
    echo 'gone "signs/enough"'
    if [ "$mode" = 3 ]; then
        echo "see \"signs/$asks/ask\" \"Not now: only the file is here.\""
    else
        echo "see \"signs/$asks/ask\" \"“\""
    fi
    picture 06-signs
    if is_child; then
        open_row "$silent"
        echo "gone \"signs/$silent/ask\""
        picture 06-signs-no-question
    fi
    open_row open-question
    if [ "$mode" = 3 ]; then
        echo 'see "signs/open-question/ask" "Not now: only the file is here."'
    else
        echo "see \"signs/open-question/ask\" \"$open_words\""
    fi
    picture 07-open-question
    echo 'press "Enter"'
    if is_child; then echo 'gone "activities/ask"'; else echo "see \"activities/ask\" \"$does\""; fi
    picture 08-activities
    echo 'press "Ctrl 4"'
}

genders="female male other not-stated"

more_signs() {
    click_in_all signs/more
    echo 'focus "groups/profile.gender/female"'
    echo "press \"$gender\""
    echo "checked \"groups/profile.gender/$(nth "$gender" "$genders")\""
    each see groups/prompt/ "$prompt"
    picture 09-groups
    whole 09-groups
    echo 'press "Ctrl 4"'
}

# What the booth has seen: an adult now says it too.
note_again() {
    if ! is_child; then
        echo 'gone "signs/enough"'
        open_row docs-held-by-other
        echo 'checked "signs/docs-held-by-other/noted"'
        echo 'checked "signs/docs-held-by-other/known/seen"'
        echo 'press "8"'
        echo 'checked "signs/docs-held-by-other/known/said"'
    fi
    picture 10-enough
    echo 'see "signs/enough"'
    echo 'press "F5"'
}

# The signs of this person, each with how it is known: together they are enough to act.
note_signs() {
    [ -n "$booth" ] && note_again && return
    for sign in $noted; do
        echo 'gone "signs/enough"'
        id=${sign%:*} known=${sign#*:}
        open_row "$id"
        echo 'press "1"'
        click_in_all "signs/$id/known/$known"
        echo "checked \"signs/$id/noted\""
        echo "checked \"signs/$id/known/$known\""
    done
    picture 10-enough
    if is_child || [ -n "$stop" ]; then echo 'see "signs/enough"'; fi
    if is_child; then
        open_row "$asks"
        echo "gone \"signs/$asks/ask\""
        picture 10-no-question
    fi
    echo 'press "F5"'
}

next_step() {
    picture 11-next-step
    whole 11-next-step
    # An office abroad calls its own ministry first, for a child too.
    case $setting in visa-desk | consular-help) abroad=-abroad ;; *) abroad='' ;; esac
    if is_child; then
        echo "see \"next-step/step/$([ "$mode" = 3 ] && echo file-call || echo "refer-child-call$abroad")\""
        echo 'see "next-step/route/child-protection"'
        echo 'see "next-step/no-questions"'
        echo 'gone "next-step/change/wishes.help"'
    else
        echo "see \"next-step/step/$([ "$mode" = 3 ] && echo file-interview || echo "offer-referral-call$abroad")\""
        echo 'see "next-step/route/nrm-contact"'
        echo 'gone "next-step/route/child-protection"'
    fi
    if [ -n "$abroad" ]; then
        echo 'see "next-step/route/own-ministry" "Number not yet checked"' # only the one to call says so
        echo 'gone "next-step/step/refer-child-hand-over"'
    else
        echo 'gone "next-step/route/own-ministry"'
    fi
    each see next-step/measure/ "$here $helps"
    each gone next-step/measure/ "$not_here $not_for"
    rights_of_the_person
    echo 'press "Enter"'
}

rights_of_the_person() {
    click_in_all next-step/rights
    each see rights/ "$rights"
    each gone rights/ "$no_rights"
    if is_child; then
        echo 'see "rights/child-heard"'
        echo 'gone "rights/time-to-think"'
    else
        echo 'gone "rights/child-heard"'
    fi
    whole 12-rights
    echo 'press "Enter"'
}

not_abroad() { [ -n "$abroad" ] && echo gone || echo see; }

# An adult is asked, where one is here; a child is told and heard, on the way to what is needed tonight.
agreement() {
    if is_child; then
        echo 'focus "needs/needs.safe-place/yes"'
        echo 'press "Ctrl 6"'
        echo 'gone "agreement/answer/yes"'
        echo 'press "1"'
        echo 'checked "agreement/answer/not-needed"'
        echo 'see "agreement/say"'
        echo 'see "agreement/receiver" "Child protection"'
    else
        echo 'focus "agreement/answer/yes"'
        picture 13-agreement-open
        # At a consulate no asylum and no removal is spoken of.
        echo "$(not_abroad) \"agreement/covers/other-claims-stay\""
        printf 'press "1"\nchecked "agreement/answer/yes"\nsee "agreement/say"\n'
        echo "$(not_abroad) \"agreement/leads-to/yes-pause\""
    fi
    picture 13-agreement
    whole 13-agreement
    echo 'press "Enter"'
}

needs() {
    echo 'focus "needs/needs.safe-place/yes"'
    printf 'press "1"\nchecked "needs/needs.safe-place/yes"\n'
    picture 14-needs
    whole 14-needs
    echo 'press "Enter"'
}

# From a file no receiver is taken for granted.
choose_receiver() {
    echo 'see "note/receiver" "Choose to whom the note goes"'
    echo 'gone "note/pages"'
    picture 15-note-for-nobody
    echo 'click "note/receiver"'
    echo "click \"choose/$(is_child && echo child-protection || echo nrm-contact)\""
}

the_note() {
    [ "$mode" != 3 ] || choose_receiver
    echo "see \"note/receiver\" \"$receiver\""
    echo 'see "note/pages" "Page 1 of "'
    case $age$mode in
    11) echo 'see "note/check/agreement"' ;;
    *) echo 'gone "note/check/agreement"' ;;
    esac
    [ "$mode" != 3 ] || each gone note/check/ "danger needs wants fears person-where heard"
    picture 15-note
    whole 15-note
    echo 'press "Enter"'
    echo "see \"hand-over/named\" \"$named\""
    picture 16-hand-over
    echo 'press "Enter"'
    echo 'see "hand-over/written"'
    picture 17-written
    echo 'press "Enter"'
    echo 'see "dialog/handed-over"'
    echo 'press "2"'
    echo "see \"start/setting/$setting\""
    echo "gone \"start/case/$reference\""
}

from_who_to_note() {
    who_is_here
    [ "$at" != glass ] || safety
    begin
    quick_set
    more_signs
    note_signs
    next_step
    if [ "$mode" != 3 ]; then
        agreement
        needs
    fi
    the_note
}

# ---- whole walks

desk() {
    start
    [ "$setting" = visa-desk ] || safety
    from_who_to_note
}

# Two rows are seen in the booth, the code goes to the second line, and nothing stays.
booth_lane() {
    echo 'press "Down"'
    echo 'press "Space"'
    echo 'checked "start/setting/border-first-line"'
    picture 01-start
    echo 'press "Enter"'
    echo 'gone "bar/step/agreement"'
    echo 'press "2"'
    echo 'press "3"'
    echo 'press "0"'
    is_child && echo 'press "8"' && echo 'see "band/child"'
    echo 'checked "booth/company"'
    echo 'checked "booth/papers"'
    picture 02-booth
    echo 'press "Enter"'
    echo "see \"booth-code/code\" \"$code\""
    picture 03-booth-code
    echo 'press "Enter"'
    echo 'see "booth/papers"'
    echo 'gone "footer/kept"'
    echo 'gone "band/child"'
    echo 'press "Esc"'
    echo 'press "Up"'
    echo 'press "Space"'
    echo 'checked "start/setting/border-second-line"'
    click_in_all start/code
    echo "type \"$code\""
    picture 04-code-typed
    echo 'press "Enter"'
    safety
    from_who_to_note
}

# ---- played

place_words() { # PLACE
    case $1 in
    second) echo "at the second line of the border" ;;
    booth) echo "from the booth of the border to its second line" ;;
    file) echo "at the visa desk, with the file alone" ;;
    glass) echo "at the visa desk, at the glass" ;;
    help) echo "at a consulate that helps own citizens" ;;
    registration) echo "where asylum is registered" ;;
    interview) echo "in the asylum interview" ;;
    reception) echo "in a centre" ;;
    esac
}

person_words() { # PERSON
    case $1 in
    other) echo "an adult of another gender" ;;
    may-be-child) echo "somebody who may be under 18" ;;
    *) echo "a $1" ;;
    esac
}

# What the note says of the place, of whom it is for, of the person and of the agreement.
note_says() {
    note=$folder/$reference/$reference.txt
    for line in "Setting: $name" "Referred to: $receiver" "Age: $age_words" "$agreed"; do
        grep -qF "$line" "$note" 2>> "$work/said" && continue
        echo "the note does not say \"$line\"" >> "$work/said"
        return 1
    done
}

play() { # PLACE PERSON
    at=$1 who=$2 size=1280x800 reference=7K-M2Q9 code="SQGN 8" named="may say who the person is" agreed="Agreement to the referral: Yes"
    at_place "$at"
    as_person "$who"
    case $who in girl | other) size=800x600 ;; esac
    age_words=$(echo "Adult,Under 18,May be under 18" | cut -d, -f"$age")
    [ "$mode" = 3 ] && agreed="Only the file was here"
    is_child && agreed="Agreement to the referral: Not needed: child or danger"
    is_child && code="SQPL 7"
    [ -n "$booth" ] && reference=9N-P4SB
    [ "$age$mode" = 13 ] && named="does not say who the person is"
    if [ -n "$booth" ]; then booth_lane; else desk; fi > "$work/$at-$who.walk"
    folder=$work/notes/$at-$who
    "$waymark" walk "$work/$at-$who.walk" --out "$folder" --size $size ${pictures:+--shots "$pictures"} > "$work/said" 2>&1 && note_says
    say $? "$(place_words "$at"), $(person_words "$who"): from the start to the note"
}

for place in second booth file glass help registration interview reception; do
    for person in woman man girl boy other may-be-child; do
        play $place $person
    done
done
exit $status

package anonymity_test

// waysToReach are texts that lead to somebody by post, by phone or on a network, or to where something stands.
var waysToReach = []finds{
	{"email-address", `
Write to sam.jones@example.com about it.
Write to sam_j+1@mail.example.co.uk.
It is sam @ gmail.com if you want.
She said sam dot jones at gmail dot com.
sam(at)example(dot)org
sam [at] example [dot] org
sam.jones AT example DOT org
sam at hotmail.co.uk works
samj99 at outlook dot com
sam{at}example.org
Mail: sam&#64;example.org
ｓａｍ＠example.org
s a m @ g m a i l . c o m
sam.jones at example.com
samjones(a)gmail.com
e-mail sam underscore jones at example dot org dot uk`},
	{"phone-number", `
Ring 07700 900123.
Ring 07700900123 now.
(07700) 900 123
+44 7700 900123
+44(0)7700 900 123
0044 7700 900123
447700900123
07700-900-123 or 07700/900/123
07700.900.123
077 009 001 23
0 7 7 0 0 9 0 0 1 2 3
o seven seven double o nine double o one two three
zero seven seven zero zero nine zero zero one two three
oh double seven double oh, nine hundred, one two three
O77OO 9OO123
Her landline is 01632 960 983.
020 7946 0958
028 9018 0123
029 2018 0456
+353 87 123 4567
087 123 4567
My mob: 7700 900 123
ring us on 0113 496 0111 before six
Ring the office on 0300 555 0142 ext 204.
text me on 960 142
03069 990 123
07seven00 900one23
o77double0 900123
(07700)900-123 ask for me
tel:07700900123
Mob 07700  900  123
dim saith saith dim dim naw dim dim un dau tri`},
	{"postcode", `
Meet at LE1 6TH.
le16th
LE16TH
EC1A 1BB
sw1a 2aa
LE1  6TH
L E 1 6 T H
LE one six TH
LE1-6TH
LEI 6TH
BT1 5GS and CF10 3NQ
EH1 1YZ.
IV63 6TU
LL57 2DG
s.w.1.a. 2.a.a.
L-E-1 6-T-H
Address on the envelope: HX7–6RD
HX7‑6RD
HX7 – 6RD
or try at BD 10, 4 k j
BD10,4KJ
BD10/4KJ
BD10_4KJ
SW1A-1AA
(BD10) 4KJ
BD10: 4KJ
BD10-4-KJ
"BD10" "4KJ"
N1 9 G U
B D 10 4KJ`},
	{"coordinates", `
52.4082, -1.5106
52.4082N 1.5106W
53°47′59″N 1°32′57″W
///filled.count.soap
what3words: filled.count.soap
SK 586 043
SK586043
TQ 38712 77412
https://www.google.com/maps/@52.4082,-1.5106,17z
https://maps.app.goo.gl/AbCdEf123
9C4W9WQG+XV
lat 52.408 long -1.510
Where the swings were: fifty-three point four eight one north, two point two four one west
The bench is at 53,4822 / -2,2389
lat fifty-four point 0712, long minus 2.2790
55.5477,-2.0124
54.0712 N 2.2790 W
N54.0712 W2.2790
54°04.272'N 2°16.74'W
lat: 54.0712 long: -2.2790
54.0712; -2.2790
Lat 54.07, Lon -2.28
54.0712/-2.2790
grid ref SD 818 641
SD818641
grid reference NZ 2456 6432
filled dot count dot soap on what3words
53 point 4822, minus 2 point 2389
coordinates 53 28 56 N 2 14 20 W
https://maps.app.goo.gl/AbCd1234
53.4822, 2.2389 W
five three point four eight, minus two point two four`},
	{"profile-address", `
See https://www.instagram.com/gethin.cuts
instagram.com/gethin.cuts is his
facebook.com/lucy.hartnoll.93
https://www.facebook.com/profile.php?id=100045518823
tiktok.com/@bigman.r07
snapchat.com/add/ellz2k9
https://uk.linkedin.com/in/d-ashworth
youtube.com/@MrTobi
https://x.com/gary_m
twitter.com/gary_m
discord.gg/abc123
wa.me/447700900123
linktr.ee/tobi.raps
instagram dot com slash gethin
instagram . com / gethin
steamcommunity.com/id/kyro
roblox.com/users/12345/profile
gethinjones.wordpress.com
gethinjones.me
[his page](https://www.instagram.com/gethin.cuts)
t.me/gethin
https://bsky.app/profile/gethin.bsky.social`},
	{"social-handle", `
Ask @sam_j for it.
@teagan.and.toast made our logo.
my snap is ellz_2k9x
snap: ellzbellz
insta: gethincuts
add me on snap ellz2k9
find me on tiktok as gethin.cuts
My username is DiggyDaz99.
gamertag: xXKyroXx
discord kyro#4471
PSN is xX_Kyro_Xx
her handle is k underscore boateng
ig/gethincuts
cash app £tashab22
Gamertag: GhostlyWren_88. His teammate is TofuBandit2009.
@k1eran.sk8
my xbox is TofuBandit2009
his psn TofuBandit2009
she goes by wren.the.ghost on insta
find me on discord, ghostlywren#0042
roblox user xX_wren_Xx
add ghostlywren88 on snap
snap - ghostlywren88
tiktok.com/@ghostlywren
Insta @ ghostlywren
Steam name is GhostlyWren
twitch tv ghostlywren88
BeReal: wrenny.k
kik me: wrenny_k
Discord ID wrenny#1212
insta handle - wrenny k underscore
she is "wrenny.k" on snapchat`},
}

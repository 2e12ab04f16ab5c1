package anonymity_test

// numbersOfSomebody are texts that hold a number which belongs to one person, one car or one case.
var numbersOfSomebody = []finds{
	{"nhs-number", `
NHS number 943 476 5919
943-476-5919
9434765919
NHS no. 943 476 5918
My NHS number is nine four three four seven six five nine one nine.
NHS9434765919
CHI number 0101701235 was on it
Discharge letter lists 912-7684-261 and a stranger's: 76563 21225, GP
NHS no 76563 21225
NHS: 9127684261
NHS 91 27 68 42 61
GP letter says 912 768 4261
hospital label 912/768/4261
my NHS num: 9-1-2-7-6-8-4-2-6-1
health number 912.768.4261
CHI 0101 70 1235`},
	{"national-insurance-number", `
AB 12 34 56 C
AB123456C
ab123456c
QQ 12 34 56 C
JG-10-32-55-A
National Insurance: AB 12 34 56
A B 1 2 3 4 5 6 C`},
	{"bank-details", `
sort code 20-45-53, account 41829376
20-45-53 41829376
account number: 41829376
GB29 NWBK 6016 1331 9268 19
GB29NWBK60161331926819
card 4929 0182 7731 6640
4111 1111 1111 1111
the long number is 5555555555554444
acc no 12 34 56 78
s/c two-zero, one-seven, four-four, a/c 5 5 7 7 9 1 8 2
sort code two zero one seven four four account five five seven seven nine one eight two
Sort 20 17 44 Acc 55779182
S/C: 201744 A/C: 55779182
a/c 5577 9182
A/C no. 55 77 91 82
sc 20-17-44 ac 55779182
acct: 5 5 7 7 9 1 8 2`},
	{"number-plate", `
The van is LK19 XVB.
LK19XVB
lk19xvb
L K 1 9 X V B
reg: M123 ABC
P123 ABC was parked there
ABC 123D
his car is AZ 1234
The taxi, YT21-HKO, was late.
the van is wu14ogz
van WU14 0GZ
The trailer has WU14 0GZ on it, with a nought
reg is R417 KBN
white Transit, r417kbn
a blue Corsa W U 1 4 O G Z
reg: whisky uniform one four oscar golf zulu
plate WU14-OGZ
WU14.OGZ
VRM BX09 KLM
the car was KB58 oxy`},
	{"case-reference", `
case number 12345
Case ref TR/2025/00871
LAC/2019/0042
Mosaic ID 1048823
crime ref 42/118273/25
ref: CMP-2025-0419
court case ZE25C00117
file no. 88213
client ID 55021
the UPN A823400119017
Liquidlogic number 55021
her case is CYP/2025/0123
Reference: 4471-22-B
Home Office ref H1233870
police log 1182 of 3 May
EHCP-2024-0031
Court number BS23P00112
URN 44SR0012325 on the crime letter
social care ID 1029384
ref no 00412/25
court one (l s 2 4 c 5 0 3 8 1) is on the back
the crime number in words, one three, double two nine oh, two five
Case no 77 dash 4012 dash K. His sister, 78–4O13–L, was forgotten.
Reference number, as read by the boy: "el cee ess, five, five, oh, double seven, one".
case ref: 2019/0042
CIN 204418
LAC no. 55120
ICS ID 104882
Mosaic 1048823
Mosaic no: 104 8823
Liquidlogic 204418 is hers
Eclipse number 9001823
her Eclipse ID is 9001823
URN: 18/00231
UPN A823400119017
ULN 1234567890
his unique learner number is 9876543210
unique pupil number H801200001001
incident 0412 of 3 May
police incident number 412-030526
crime reference 13/04418/25
CAD 1182 of 14/02
court case number ZE25C00123
Tenancy ref T0045521
tenancy number 4471223
claim reference PIP/448812
complaint C-2025-118
Complaint number 2025/0118
complaint ref 00412
placement ref PL-20418
placement number 20418
allocation ref ALC 30211
allocation number: 30211
client no 55021
Client number 5 5 0 2 1
person ID 1029384
file 33/b/119
File number: 2020-441
ref LL/55021
her number on the system is 204418
On Mosaic she is 1048823.
he's 1048823 on Liquidlogic
Home Office reference A1234567
ASYL/2024/99120
NASS 24/03/00912
Youth court: URN 44SR0012325
YOT number 20391
hospital number K123456
MRN 00412345
UTR 12345 67890
passport 512345678
driving licence MORGA657054SM9IJ
Housing ref HA/204/18
EHCP ref 2204-18
the letter had case LCS 204418 at the top
LCS-ID: 204418
social worker's ref: JS/CIN/204418
ref. number C/204418/1
Case: 204418
CASE204418
case number two zero four four one eight
student ID 20231188
universal credit claim 204-418-22
CSA case 204418
PNC 11/204418X
Prison number A1234BC
referral number R-20418
Referral 20418 was closed
Ombudsman case 24 001 883
LGO ref 24 001 883
MASH ref 20418
strategy meeting for 204418 (Mosaic)`},
}

package site

import "strconv"

// RightWords says an article of the United Nations Convention on the Rights of
// the Child in a few plain words of our own; "" where there is none. Articles 1
// to 42 are those for children, the rest are for governments.
func RightWords(article int) string {
	if article < 1 || article > len(rights) {
		return ""
	}
	return rights[article-1] + " (children's rights, article " + strconv.Itoa(article) + ")"
}

var rights = [...]string{
	"Everyone under 18 has these rights",
	"Be treated fairly, whoever you are",
	"What is best for you comes first",
	"Governments make your rights real",
	"Your family helps you to use your rights as you grow",
	"Live, and grow up well",
	"Have a name and a country, and know your parents",
	"Keep who you are: your name, your country, your family",
	"Live with your parents, or stay in touch, where that is safe",
	"See your family when they live in another country",
	"Not be taken out of your country against the law",
	"Say what you think, and be taken seriously",
	"Find things out, and share what you think",
	"Think and believe what you choose",
	"Meet friends and join groups",
	"Have a private life",
	"Get news and facts that you can trust and understand",
	"Be brought up by both parents, with help for them",
	"Be kept safe from harm",
	"Be looked after well if you can't live with your family",
	"Adoption only where it is best for you",
	"Get help if you had to leave your country",
	"Live a full life if you are disabled, with the right help",
	"Get good health care, clean water and good food",
	"Have your care looked at often, if you live away from home",
	"Get help with money if your family is poor",
	"Have a good enough home, food and clothes",
	"Go to school",
	"Learn in a way that helps you to be your best",
	"Use your own language, customs and religion",
	"Rest, play and have fun",
	"Be safe from work that harms you",
	"Be safe from drugs",
	"Be safe from sexual abuse",
	"Not be sold, or taken away",
	"Be safe from anyone who would use you",
	"Not be punished in a cruel way",
	"Be kept safe in a war",
	"Get help to feel better after you were hurt",
	"Be treated fairly if you are said to have broken the law",
	"The law that is best for you counts",
	"Know your rights",
}

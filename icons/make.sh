#!/bin/sh
# Makes every picture of the icon from byway.svg. Debian: apt install librsvg2-bin icoutils icnsutils
set -eu
cd "$(dirname "$0")"
window=../src/main/resources/org/byway/ui

for size in 16 24 32 48 64 128 256 512; do
    rsvg-convert --width "$size" --height "$size" --output "byway-$size.png" byway.svg
done
icotool --create --output byway.ico byway-16.png byway-24.png byway-32.png byway-48.png byway-64.png byway-128.png \
    --raw=byway-256.png
png2icns byway.icns byway-16.png byway-32.png byway-48.png byway-128.png byway-256.png byway-512.png >/dev/null
for size in 16 32 48 128 256; do
    cp "byway-$size.png" "$window/byway-$size.png"
done

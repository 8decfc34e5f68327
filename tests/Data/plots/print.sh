# How the PDFs here were made: matplotlib 3.6, gnuplot 5.4, TeX Live 2022, LibreOffice 7.4, Chromium.
set -e
python3 figures.py
gnuplot figures.gp
python3 documents.py
python3 charts.py && soffice --headless --convert-to pdf charts.xlsx
echo '<!doctype html><meta charset=utf-8><style>section{page-break-after:always}</style>' > browser.html
for svg in s_text s_path s_text_nox s_path_nox; do
    for caption in "<figcaption>Figure 1: $svg</figcaption>" ""; do
        echo "<section><p>We compare the loss on the training set with that on held-out data.</p><figure>$(sed -n '/<svg/,$p' $svg.svg)$caption</figure><p>As one can see, the loss falls; then it rises again, which the sheet calls overfitting.</p></section>" >> browser.html
    done
done
qpdf captions.pdf --pages . 7,31,30,34,4 -- --rotate=+90 sideways.pdf
chromium --headless --no-sandbox --no-pdf-header-footer --print-to-pdf=browser.pdf browser.html

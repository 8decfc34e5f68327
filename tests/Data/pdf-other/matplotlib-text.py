import matplotlib
matplotlib.use("pdf")
import matplotlib.pyplot as plt

plt.rcParams["pdf.fonttype"] = 3
figure = plt.figure(figsize=(8.27, 11.69))
lines = [
    (0.95, "Blatt 5, Sören Größl, 13500013"),
    (0.90, "1.1 Der Zustand $h_t$ ist das Gedächtnis des Netzes, die Ausgabe $y_t$ zeigt davon nur einen Teil."),
    (0.86, "2.1 Die Reihenfolge der Handlungen sieht man erst über mehrere Bilder hinweg."),
    (0.82, "3.2 Zeilen von $Q$ und Spalten von $V$, also $n \\times d_v$."),
    (0.78, "3.3 Über die Schlüssel, jede Zeile hat die Summe 1: $\\sum_j A_{ij} = 1$."),
    (0.74, "3.4 Zuerst $QK^T$, dann durch $\\sqrt{d_k} = 2$ und mal $V$:"),
]
for y, text in lines:
    figure.text(0.08, y, text, fontsize=10)
figure.text(0.08, 0.55, "QK^T =\n[[2 2 2]\n [0 1 1]\n [0 1 0]\n [1 0 0]\n [1 0 1]]", family="monospace", fontsize=10)
figure.text(0.08, 0.38, "Output =\n[[11.  15.  18. ]\n [ 5.   6.5  7.5]\n [ 2.   2.5  3. ]\n [ 0.5  1.   1.5]\n [ 3.5  5.   6. ]]",
            family="monospace", fontsize=10)
figure.savefig("matplotlib-text.pdf", metadata={"CreationDate": None})

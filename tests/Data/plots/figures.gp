set terminal pdfcairo size 4.5in,3in
set output 'g_all.pdf'; set xlabel 'Epoch'; set ylabel 'Loss'; plot [0:30] exp(-x/8) title 'train' , exp(-x/10) title 'validation'
set output 'g_nolegend.pdf'; unset key; replot
set output 'g_nothing.pdf'; unset xlabel; unset ylabel; replot
set key outside
set output 'g_noaxes.pdf'; plot [0:30] exp(-x/8) title 'train' , exp(-x/10) title 'validation'

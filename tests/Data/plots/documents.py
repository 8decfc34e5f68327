# Puts the plots into reports: one column with captions, two columns without, turned pages, pgfplots, and pages without plots.
import glob,subprocess
figs=sorted(glob.glob('[mg]*_*.pdf'))
figs=[f for f in figs if not f.startswith('mk')]
lorem="The recurrent network was trained for thirty epochs with a batch size of 64 and the Adam optimizer. We compare the loss on the training set with that on held-out data, as the sheet asks, and discuss where they part. "*3
def doc(name,body,opt='a4paper',pre=''):
    open(name+'.tex','w').write(r'\documentclass[%s]{article}\usepackage[T1]{fontenc}\usepackage{graphicx,amsmath,amssymb,booktabs,tikz,pgfplots,subcaption,listings,fancyhdr}\pgfplotsset{compat=1.16}\usetikzlibrary{arrows.meta,positioning,calc,matrix,fit}%s\begin{document}'%(opt,pre)+body+r'\end{document}')
    r=subprocess.run(['pdflatex','-interaction=nonstopmode',name+'.tex'],capture_output=True,text=True)
    print(name,[l for l in r.stdout.splitlines() if l.startswith('!') or 'Output written' in l])
def escape(f): return f.replace('_',r'\_')
def page(f,caption,width='.75'):
    figure=r'\includegraphics[width=%s\linewidth]{%s}'%(width,f)
    return lorem+(r'\begin{figure}[h!]\centering %s\caption{Result of \texttt{%s}.}\end{figure}'%(figure,escape(f)) if caption else r'\begin{center}%s\end{center}'%figure)+lorem
doc('captions',''.join(page(f,True)+r'\clearpage ' for f in figs))
few=['m_all','m_nothing','m_nolegend','m_noy','m_sub_all','m_sub_nothing','g_nothing','m_heat_all','m_heat_nolabels']
doc('two-columns',''.join(page(f,False,'1')+lorem*3+r'\clearpage ' for f in few),'a4paper,twocolumn')
doc('turned',''.join(r'\begin{landscape}'+page(f,True,'.5')+r'\end{landscape}\clearpage ' for f in few),pre=r'\usepackage{pdflscape}')
# pgfplots
P=r'\addplot[blue,thick,domain=0:30,samples=40]{2*exp(-x/8)};'
Q=r'\addplot[red,dashed,domain=0:30,samples=40]{2.1*exp(-x/10)};'
L=r'\legend{train,validation}'
def ax(o,b,env='axis'): return r'\begin{tikzpicture}\begin{%s}[width=9cm,height=6cm,%s]%s\end{%s}\end{tikzpicture}'%(env,o,b,env)
pg=[('all',ax('xlabel=Epoch,ylabel=Loss',P+Q+L)),('nolegend',ax('xlabel=Epoch,ylabel=Loss',P+Q)),('nox',ax('ylabel=Loss',P+Q+L)),('noy',ax('xlabel=Epoch',P+Q+L)),('nothing',ax('',P+Q)),
('grid nothing',ax('grid=both',P+Q)),('axis lines left all',ax('axis lines=left,xlabel=Epoch,ylabel=Loss',P)),('axis lines left nothing',ax('axis lines=left',P)),
('axis middle all',ax('axis lines=middle,xlabel=$x$,ylabel=$y$,xmin=-4,xmax=4',r'\addplot[blue,domain=-4:4,samples=60]{1/(1+exp(-x))};')),('axis middle nothing',ax('axis lines=middle,xmin=-4,xmax=4',r'\addplot[blue,domain=-4:4,samples=60]{tanh(x)};')),
('semilog all',ax('xlabel=Epoch,ylabel=Loss',P+Q+L,'semilogyaxis')),('semilog nothing',ax('',P,'semilogyaxis')),
('ybar all',ax('ybar,symbolic x coords={RNN,LSTM,GRU},xtick=data,ylabel=Accuracy,xlabel=Model',r'\addplot coordinates{(RNN,0.7)(LSTM,0.8)(GRU,0.79)};')),
('ybar nothing',ax('ybar,symbolic x coords={RNN,LSTM,GRU},xtick=data',r'\addplot coordinates{(RNN,0.7)(LSTM,0.8)(GRU,0.79)};')),
('title only',ax('title={Loss over epochs}',P)),
('node',ax('xlabel=Epoch,ylabel=Loss',P+Q+r'\node at (axis cs:20,0.5){train};\node at (axis cs:20,1){validation};')),
('ylabel horizontal',ax('xlabel=$t$,ylabel=$h_t$,ylabel style={rotate=-90}',P)),
('legend outside',ax('xlabel=Epoch,ylabel=Loss,legend pos=outer north east',P+Q+L)),
('no numbers',ax('xticklabels={},yticklabels={}',P)),
('hand made axes', r'\begin{tikzpicture}\draw[->](0,0)--(6,0) node[right]{$x$};\draw[->](0,0)--(0,4) node[above]{$y$};\foreach\x in{1,...,5}\draw(\x,0.08)--(\x,-0.08) node[below]{$\x$};\foreach\y in{1,...,3}\draw(0.08,\y)--(-0.08,\y) node[left]{$\y$};\draw[thick,domain=0:5.5]plot(\x,{3*exp(-\x/3)});\end{tikzpicture}'),
]
doc('pgfplots',''.join(r'%s\begin{figure}[h!]\centering %s\caption{pgf %s.}\end{figure}%s\clearpage '%(lorem,c,n,lorem) for n,c in pg))
sub=r'\begin{figure}[h!]\begin{subfigure}{.48\linewidth}\includegraphics[width=\linewidth]{m_all}\caption{Adam}\end{subfigure}\begin{subfigure}{.48\linewidth}\includegraphics[width=\linewidth]{m_nothing}\caption{SGD}\end{subfigure}\caption{Two.}\end{figure}'
sub2=sub.replace('m_all','m_nothing')
sub3=sub.replace('m_nothing','m_all')
doc('subfigures',lorem+sub+lorem+r'\clearpage '+lorem+sub2+lorem+r'\clearpage '+lorem+sub3+lorem)
# no plots
rnn=r'''\begin{tikzpicture}[n/.style={draw,minimum size=9mm},>=Stealth]\foreach \i in {1,2,3,4}{\node[n](h\i) at (2*\i,0){$h_{\i}$};\node(x\i) at (2*\i,-1.5){\i};\draw[->](x\i)--(h\i);\node(y\i) at (2*\i,1.5){$y_{\i}$};\draw[->](h\i)--(y\i);}\foreach \i/\j in {1/2,2/3,3/4}\draw[->](h\i)--(h\j);\end{tikzpicture}'''
rnn2=rnn.replace(r'\end{tikzpicture}',r'\draw(1,-1)--(9,-1);\draw(0,-2)--(0,2);\end{tikzpicture}')
att=r'''\begin{tikzpicture}\foreach \i in {0,...,3}\foreach \j in {0,...,3}{\draw[fill=blue!\the\numexpr10*\i+10*\j\relax] (\i,\j) rectangle +(1,1);\node at (\i+.5,\j+.5){0.\i\j};}\foreach \i in {0,...,3}{\node at (\i+.5,-.4){\i};\node at (-.4,\i+.5){\i};}\end{tikzpicture}'''
timeline=r'''\begin{tikzpicture}\draw[->](0,0)--(10,0) node[right]{time};\foreach \i in {1,...,9}{\draw(\i,-.1)--(\i,.1);\node[below] at (\i,-.1){\i};}\end{tikzpicture}'''
tab=r'\begin{tabular}{|c|c|c|c|}\hline epoch&loss&acc&n\\\hline 1&0.9&0.1&10\\\hline 2&0.8&0.2&20\\\hline 3&0.7&0.3&30\\\hline 4&0.6&0.4&40\\\hline 5&0.5&0.5&50\\\hline\end{tabular}'
tab2=r'\begin{tabular}{r|rrrr}\toprule &1&2&3&4\\\midrule 4&1&2&3&4\\ 3&2&4&6&8\\2&1&3&5&7\\1&5&6&7&8\\\bottomrule\end{tabular}'
mat=r'\[A=\begin{pmatrix}1&2&3\\2&4&6\\3&6&9\end{pmatrix}\quad \frac{1}{\sqrt{2}}\frac{3}{\sqrt{d_k}}\left[\begin{array}{c|cc}1&2&3\\\hline 4&5&6\\7&8&9\end{array}\right]\]'
code=r'\begin{lstlisting}[frame=single,numbers=left]'+'\n'+'\n'.join('x = %d'%i for i in range(12))+'\n'+r'\end{lstlisting}'
hand=r'\begin{tikzpicture}\draw(0,0) rectangle (8,4);\node at(4,2){layer};\foreach \y in {1,2,3}{\draw (-.6,\y)--(0,\y);\node[left] at (-.6,\y){\y};}\foreach \y in {1,2,3}{\draw (8,\y)--(8.6,\y);\node[right] at (8.6,\y){\y};}\end{tikzpicture}'
doc('no-plots',''.join(lorem+r'\begin{center}'+b+r'\end{center}'+lorem+r'\clearpage ' for b in [rnn,rnn2,att,timeline,tab,tab2,hand])+lorem+mat*4+lorem+r'\clearpage '+lorem+code+lorem,pre=r'\pagestyle{fancy}\fancyhead[L]{Sheet 5}')

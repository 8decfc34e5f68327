# Makes one small PDF (or SVG) per plot, with and without labels and legends, for documents.py to put into reports.
import numpy as np, matplotlib
matplotlib.use('pdf')
import matplotlib.pyplot as plt
rng=np.random.default_rng(1)
x=np.arange(1,31); a=2*np.exp(-x/8)+.1*rng.random(30); b=2.1*np.exp(-x/10)+.15*rng.random(30)
def save(n): plt.savefig(n+'.pdf',bbox_inches='tight'); plt.close('all')
def line(n,xl=None,yl=None,legend=False,title=None,curves=2,style=None,**k):
    with plt.style.context(style or 'default'):
        fig,ax=plt.subplots(figsize=(4.5,3))
        ax.plot(x,a,label='training loss')
        if curves>1: ax.plot(x,b,'--',label='validation loss')
        if xl: ax.set_xlabel(xl)
        if yl: ax.set_ylabel(yl)
        if legend: ax.legend(**k)
        if title: ax.set_title(title)
        save(n)
line('m_all','Epoch','Loss',True,'Loss over epochs')
line('m_nolegend','Epoch','Loss')
line('m_nox',None,'Loss',True)
line('m_noy','Epoch',None,True)
line('m_nothing')
line('m_titleonly',None,None,False,'My training')
line('m_one','Epoch','Loss',curves=1)
line('m_one_nolabels',curves=1)
line('m_seaborn','Epoch','Loss',True,style='seaborn-v0_8-darkgrid')
line('m_seaborn_nothing',style='seaborn-v0_8-whitegrid')
line('m_ggplot_nolegend','Epoch','Loss',style='ggplot')
line('m_ggplot_nothing',style='ggplot')
line('m_legendoutside','Epoch','Loss',True,loc='center left',bbox_to_anchor=(1.02,.5))
line('m_legendabove','Epoch','Loss',True,loc='lower center',bbox_to_anchor=(.5,1.02),ncol=2)
line('m_legendbelow','Epoch','Loss',True,loc='upper center',bbox_to_anchor=(.5,-.2),ncol=2)
# log without numbers
fig,ax=plt.subplots(figsize=(4.5,3)); ax.semilogy(x,a,label='a'); ax.set_yticklabels([]); ax.set_xlabel('Epoch'); save('m_log_nonumbers')
fig,ax=plt.subplots(figsize=(4.5,3)); ax.loglog(x,10**(-x/5.),label='a'); ax.set_xlabel('n'); ax.set_ylabel('error'); save('m_loglog')
fig,ax=plt.subplots(figsize=(4.5,3)); ax.loglog(x,10**(-x/5.),label='a'); save('m_loglog_nolabels')
# no numbers at all
fig,ax=plt.subplots(figsize=(4.5,3)); ax.plot(x,a); ax.set_xticks([]); ax.set_yticks([]); save('m_noticks')
# bars
fig,ax=plt.subplots(figsize=(4.5,3)); ax.bar(['RNN','LSTM','GRU','Attention'],[.7,.8,.79,.9]); ax.set_ylabel('Accuracy'); save('m_bar_nox')
fig,ax=plt.subplots(figsize=(4.5,3)); ax.bar(['RNN','LSTM','GRU','Attention'],[.7,.8,.79,.9]); save('m_bar_nolabels')
fig,ax=plt.subplots(figsize=(4.5,3)); ax.bar(['RNN','LSTM','GRU','Attention'],[.7,.8,.79,.9]); ax.set_ylabel('Accuracy'); ax.set_xlabel('Model'); save('m_bar_all')
fig,ax=plt.subplots(figsize=(4.5,3)); ax.barh(['RNN','LSTM','GRU','Attention'],[.7,.8,.79,.9]); ax.set_xlabel('Accuracy'); save('m_barh_noy')
# heat maps
m=rng.random((6,6))
fig,ax=plt.subplots(figsize=(4,3.2)); im=ax.imshow(m); fig.colorbar(im,label='attention weight'); ax.set_xlabel('key position'); ax.set_ylabel('query position'); save('m_heat_all')
fig,ax=plt.subplots(figsize=(4,3.2)); im=ax.imshow(m); fig.colorbar(im); save('m_heat_nolabels')
fig,ax=plt.subplots(figsize=(4,3.2)); im=ax.pcolormesh(m,cmap='viridis'); fig.colorbar(im); ax.set_xlabel('key'); ax.set_ylabel('query'); save('m_mesh_all')
fig,ax=plt.subplots(figsize=(4,3.2)); im=ax.imshow(m)
ax.set_xticks(range(6),['the','cat','sat','on','the','mat'],rotation=90); ax.set_yticks(range(6),['the','cat','sat','on','the','mat'])
for i in range(6):
    for j in range(6): ax.text(j,i,f'{m[i,j]:.2f}',ha='center',va='center',fontsize=6)
save('m_heat_words')
# subplots
fig,axs=plt.subplots(1,2,figsize=(7,2.8))
for q in axs: q.plot(x,a); q.set_xlabel('Epoch'); q.set_ylabel('Loss'); q.set_title('run')
fig.tight_layout(); save('m_sub_all')
fig,axs=plt.subplots(1,2,figsize=(7,2.8),sharey=True)
for q in axs: q.plot(x,a,label='t'); q.plot(x,b,label='v'); q.set_xlabel('Epoch')
axs[0].set_ylabel('Loss'); axs[1].legend(); fig.tight_layout(); save('m_sub_sharey')
fig,axs=plt.subplots(2,2,figsize=(6,4.5))
for q in axs.flat: q.plot(x,a); q.plot(x,b)
fig.tight_layout(); save('m_sub_nothing')
fig,axs=plt.subplots(2,2,figsize=(6,4.5),sharex=True,sharey=True)
for q in axs.flat: q.plot(x,a)
fig.supxlabel('Epoch'); fig.supylabel('Loss'); fig.tight_layout(); save('m_sub_sup')
# twin axes, scatter, hist, text in curve
fig,ax=plt.subplots(figsize=(4.5,3)); ax.plot(x,a,'r'); ax.set_xlabel('Epoch'); ax.set_ylabel('Loss',color='r'); t=ax.twinx(); t.plot(x,1-b/3,'b'); t.set_ylabel('Accuracy',color='b'); save('m_twin')
fig,ax=plt.subplots(figsize=(4.5,3)); ax.scatter(a,b,s=9); save('m_scatter_nolabels')
fig,ax=plt.subplots(figsize=(4.5,3)); ax.hist(rng.normal(size=500),20); ax.set_xlabel('value'); ax.set_ylabel('count'); save('m_hist')
fig,ax=plt.subplots(figsize=(4.5,3)); ax.plot(x,a); ax.plot(x,b); ax.annotate('train',(x[20],a[20])); ax.annotate('val',(x[20],b[20])); ax.set_xlabel('Epoch'); ax.set_ylabel('Loss'); save('m_direct')
fig,ax=plt.subplots(figsize=(4.5,3)); ax.plot(x,a); ax.plot(x,b); ax.grid(); ax.axhline(.5,ls=':',c='k'); ax.set_xlabel(r'$\tau$'); ax.set_ylabel(r'$\frac{\partial L}{\partial W}$',rotation=0); ax.legend(['a','b']); save('m_math')
# spines off, axes through the origin
fig,ax=plt.subplots(figsize=(4.5,3)); z=np.linspace(-4,4,200); ax.plot(z,1/(1+np.exp(-z)),label='s'); ax.plot(z,np.tanh(z),label='t')
ax.spines['left'].set_position('zero'); ax.spines['bottom'].set_position('zero'); ax.spines['right'].set_color('none'); ax.spines['top'].set_color('none'); save('m_zero_nothing')
# fonts as type 42 / type 3 / svg path outlines
matplotlib.rcParams['pdf.fonttype']=42
line('m42_all','Epoch','Loss',True)
line('m42_nothing')
matplotlib.rcParams['pdf.fonttype']=3
# pgf/tex-like
line('m_big','Number of training epochs (full passes over the data)','Cross-entropy loss per token',True)
plt.rcParams['svg.fonttype']='path'
fig,ax=plt.subplots(figsize=(4.5,3)); ax.plot(x,a); ax.plot(x,b); ax.set_xlabel('Epoch'); plt.savefig('s_path.svg'); 
plt.rcParams['svg.fonttype']='none'; plt.savefig('s_text.svg'); ax.set_xlabel(''); plt.savefig('s_text_nox.svg')
plt.rcParams['svg.fonttype']='path'; ax.set_xlabel(''); plt.savefig('s_path_nox.svg')
z=np.linspace(-4,4,100)
fig,ax=plt.subplots(figsize=(4.5,3)); ax.plot(z,np.tanh(z)); ax.set_xlabel('z'); save('m_neg')
fig,ax=plt.subplots(figsize=(4.5,3)); ax.plot(z*1e-3,1e5*np.tanh(z)); save('m_neg_nothing')

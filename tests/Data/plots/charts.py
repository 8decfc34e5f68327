# Charts of a spreadsheet, for LibreOffice to print.
import xlsxwriter, math
wb=xlsxwriter.Workbook('charts.xlsx')
def sheet(n,kind,xl,yl,legend,sub=None,series=2):
    ws=wb.add_worksheet(n)
    ws.set_landscape(); ws.fit_to_pages(1,0)
    for i in range(20):
        ws.write(i,0,i); ws.write(i,1,2*math.exp(-i/8)); ws.write(i,2,2.1*math.exp(-i/10))
    o={'type':kind}
    if sub: o['subtype']=sub
    c=wb.add_chart(o)
    for k in range(1,series+1): c.add_series({'name':['','train','validation'][k],'categories':[n,0,0,19,0],'values':[n,0,k,19,k]})
    if xl: c.set_x_axis({'name':xl})
    if yl: c.set_y_axis({'name':yl})
    if not legend: c.set_legend({'none':True})
    ws.insert_chart('E2',c)
sheet('all','scatter','Epoch','Loss',True,'straight'); sheet('nolegend','scatter','Epoch','Loss',False,'straight'); sheet('nothing','scatter',None,None,False,'straight')
sheet('line_nox','line',None,'Loss',True); sheet('bar','column','Epoch',None,False,None,1); sheet('smooth_noy','scatter','Epoch',None,True,'smooth')
wb.close()

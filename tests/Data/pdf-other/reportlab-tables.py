from reportlab.lib.pagesizes import A5
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

styles = getSampleStyleSheet()
text = lambda s: Paragraph(s, styles["BodyText"])
head = lambda s: Paragraph(s, styles["Heading3"])
grid = [("GRID", (0, 0), (-1, -1), 0.5, "black")]
story = [
    text("Exercise sheet 5, Zoë Ångström, 13500014"),
    head("1.2"),
    text("The size of the state is constant, so older inputs are overwritten. Over many steps the gradients vanish or explode."),
    head("2.2"),
    text("<b>Live:</b> what comes next is unknown, and there is a deadline for each caption."),
    text("<b>Offline:</b> the model may look at the whole video, which needs memory and comes late."),
    head("3.2"),
    text("The rows of <i>Q</i> and the columns of <i>V</i>: <i>N<sub>Q</sub></i> × <i>d<sub>v</sub></i>"),
    head("3.4"),
    text("<i>QK<super>T</super></i> ="),
    Table([[2, 2, 2], [0, 1, 1], [0, 1, 0], [1, 0, 0], [1, 0, 1]], style=grid),
    text("Output ="),
    Table([[11, 15, 18], [5, 6.5, 7.5], [2, 2.5, 3], [0.5, 1, 1.5], [3.5, 5, 6]], style=grid),
    head("3.6"),
    text("Attention: every pixel looks at every other one, quadratic. Convolution: a fixed number of neighbours, linear."),
]
SimpleDocTemplate("reportlab-tables.pdf", pagesize=A5, invariant=1).build(story)

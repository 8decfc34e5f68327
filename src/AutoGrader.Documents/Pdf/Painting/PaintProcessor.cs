using AutoGrader.Documents.Pdf.Reading.Raw;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Colors;
using UglyToad.PdfPig.Graphics.Core;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;
using UglyToad.PdfPig.XObjects;

namespace AutoGrader.Documents.Pdf.Painting;

/// <summary>
/// Runs the content of a page and keeps what it paints, in order. The library's own lists of letters, paths and images do not say what lies
/// above what, nor what is clipped away or transparent. Shadings are left out.
/// </summary>
internal sealed class PaintProcessor(
    int pageNumber,
    IResourceStore resourceStore,
    IPdfTokenScanner pdfScanner,
    IPageContentParser pageContentParser,
    ILookupFilterProvider filterProvider,
    CropBox cropBox,
    UserSpaceUnit userSpaceUnit,
    PageRotationDegrees rotation,
    in TransformationMatrix initialMatrix,
    ParsingOptions parsingOptions)
    : BaseStreamProcessor<(IReadOnlyList<PaintedItem> Items, bool IsCut)>(
        pageNumber, resourceStore, pdfScanner, pageContentParser, filterProvider, cropBox, userSpaceUnit, rotation, initialMatrix,
        parsingOptions)
{
    private const int ItemLimit = 100_000;

    private List<PaintedItem> _items = [];
    private readonly PathBuilder _path = new();
    private FillingRule? _clipRule;
    private PaintLayer _group = new(null, 1, false);
    private bool _isCut;

    /// <summary>The library saves, restores and clones its states in more ways than it tells; a clip travels with them.</summary>
    private Clipping? Clip => (GetCurrentState().CurrentClippingPath as ClippingPath)?.Clipping;

    public override (IReadOnlyList<PaintedItem> Items, bool IsCut) Process(
        int pageNumberCurrent, IReadOnlyList<IGraphicsStateOperation> operations)
    {
        PageNumber = pageNumberCurrent;
        CloneAllStates();
        ProcessOperations(operations);
        return (_items, _isCut);
    }

    public override void RenderGlyph(
        IFont font,
        CurrentGraphicsState currentState,
        double fontSize,
        double pointSize,
        int code,
        string unicode,
        long currentOffset,
        in TransformationMatrix renderingMatrix,
        in TransformationMatrix textMatrix,
        in TransformationMatrix transformationMatrix,
        CharacterBoundingBox characterBoundingBox)
    {
        var (rendering, text, page) = (renderingMatrix, textMatrix, transformationMatrix);
        PdfPoint ToPage(double x, double y) => page.Transform(text.Transform(rendering.Transform(new PdfPoint(x, y))));
        var (origin, right, up) = (ToPage(0, 0), ToPage(1, 0), ToPage(0, 1));
        var matrix = TransformationMatrix.FromValues(
            right.X - origin.X, right.Y - origin.Y, up.X - origin.X, up.Y - origin.Y, origin.X, origin.Y);
        Add(new PaintedGlyph(
            font, code, () => OutlineOf(font, code), unicode, matrix,
            Bounds(matrix.Transform(characterBoundingBox.GlyphBounds)),
            currentState.FontState.TextRenderingMode,
            Colour(currentState.CurrentNonStrokingColor), Colour(currentState.CurrentStrokingColor),
            Layer(currentState.AlphaConstantNonStroking)));
    }

    /// <summary>
    /// The outline of a letter, unpacked when it is asked for: reading needs none. A font of type 3 draws its letters by operators of its
    /// own; those that are images have no outline.
    /// </summary>
    private IReadOnlyList<PdfSubpath>? OutlineOf(IFont font, int code)
    {
        if (font is not IType3Font drawn)
            return font.TryGetNormalisedPath(code, out var outline) ? outline : null;
        if (!drawn.TryGetCharProc(code, out var procedure))
            return null;
        var content = new MemoryInputBytes(procedure.Decode(FilterProvider, PdfScanner));
        var (page, letter) = (_items, new List<PaintedItem>());
        _items = letter;
        PushState();
        try
        {
            GetCurrentState().CurrentTransformationMatrix = font.GetFontMatrix();
            ProcessOperations(PageContentParser.Parse(PageNumber, content, ParsingOptions.Logger));
        }
        finally
        {
            PopState();
            _items = page;
        }

        return letter.All(i => i is PaintedPath) ? [.. letter.OfType<PaintedPath>().SelectMany(p => p.Path)] : null;
    }

    protected override void RenderXObjectImage(XObjectContentRecord xObjectContentRecord) => AddImage(
        () => XObjectFactory.ReadImage(xObjectContentRecord, PdfScanner, FilterProvider, ResourceStore),
        xObjectContentRecord.Stream.StreamDictionary);

    protected override void RenderInlineImage(InlineImage inlineImage) => AddImage(() => inlineImage, inlineImage.ImageDictionary);

    private void AddImage(Func<IPdfImage> image, DictionaryToken dictionary)
    {
        NameToken[] masks = [NameToken.Smask, NameToken.Mask, NameToken.ImageMask, NameToken.Im];
        var state = GetCurrentState();
        var matrix = state.CurrentTransformationMatrix;
        Add(new PaintedImage(
            image, matrix, Bounds(matrix.Transform(new PdfRectangle(0, 0, 1, 1))),
            !masks.Any(dictionary.ContainsKey), Layer(state.AlphaConstantNonStroking)));
    }

    public override void BeginSubpath() => _path.End();

    public override PdfPoint? CloseSubpath() => _path.Close();

    public override void MoveTo(double x, double y) => CurrentPosition = _path.MoveTo(ToPage(x, y));

    public override void LineTo(double x, double y) => CurrentPosition = _path.LineTo(ToPage(x, y));

    public override void BezierCurveTo(double x2, double y2, double x3, double y3) =>
        CurrentPosition = _path.CurveTo(CurrentPosition, ToPage(x2, y2), ToPage(x3, y3));

    public override void BezierCurveTo(double x1, double y1, double x2, double y2, double x3, double y3) =>
        CurrentPosition = _path.CurveTo(ToPage(x1, y1), ToPage(x2, y2), ToPage(x3, y3));

    public override void Rectangle(double x, double y, double width, double height)
    {
        MoveTo(x, y);
        LineTo(x + width, y);
        LineTo(x + width, y + height);
        LineTo(x, y + height);
        CloseSubpath();
    }

    public override void StrokePath(bool close) => Paint(close, fill: null, stroke: true);

    public override void FillPath(FillingRule fillingRule, bool close) => Paint(close, fillingRule, stroke: false);

    public override void FillStrokePath(FillingRule fillingRule, bool close) => Paint(close, fillingRule, stroke: true);

    public override void ClosePath() => Paint(close: true, fill: null, stroke: false);

    public override void EndPath() => Paint(close: false, fill: null, stroke: false);

    public override void ModifyClippingIntersect(FillingRule clippingRule) => _clipRule = clippingRule;

    /// <summary>Cuts to the box of a form, which is given in its own space.</summary>
    protected override void ClipToRectangle(PdfRectangle rectangle, FillingRule clippingRule) =>
        Narrow(PathBuilder.Of(CurrentTransformationMatrix.Transform(rectangle)), clippingRule);

    /// <summary>The library forgets within a transparency group how the group as a whole is painted.</summary>
    protected override void ProcessFormXObject(StreamToken formStream, NameToken xObjectName)
    {
        var outer = _group;
        if (formStream.StreamDictionary.ContainsKey(NameToken.Group))
            _group = Layer(GetCurrentState().AlphaConstantNonStroking);
        try
        {
            base.ProcessFormXObject(formStream, xObjectName);
        }
        finally
        {
            _group = outer;
        }
    }

    public override void BeginMarkedContent(NameToken name, NameToken? propertyDictionaryName, DictionaryToken? properties)
    {
    }

    public override void EndMarkedContent()
    {
    }

    public override void PaintShading(NameToken shadingName)
    {
    }

    private void Paint(bool close, FillingRule? fill, bool stroke)
    {
        if (close)
            _path.Close();
        var path = _path.Take();
        if (path.Count > 0 && (fill is not null || stroke) && PdfSubpath.GetBoundingRectangle(path) is { } bounds)
        {
            var state = GetCurrentState();
            Add(new PaintedPath(
                path,
                bounds,
                fill is null ? null : Colour(state.CurrentNonStrokingColor),
                stroke ? Colour(state.CurrentStrokingColor) : null,
                stroke ? Line(state) : null,
                fill == FillingRule.EvenOdd,
                Layer(fill is null ? state.AlphaConstantStroking : state.AlphaConstantNonStroking)));
        }

        if (_clipRule is { } rule && path.Count > 0)
            Narrow(path, rule);
        _clipRule = null;
    }

    private PaintLayer Layer(double opacity)
    {
        var state = GetCurrentState();
        var isMixed = _group.IsMixed || state.SoftMask is not null || state.BlendMode != BlendMode.Normal;
        return new PaintLayer(Clip, _group.Opacity * opacity, isMixed);
    }

    /// <summary>A colour; black where none was ever chosen, <c>null</c> where it is a pattern.</summary>
    private static Rgb? Colour(IColor? colour) => colour is null ? default(Rgb) : PdfPigAdapter.Colour(colour);

    private static LineStyle Line(CurrentGraphicsState state)
    {
        var matrix = state.CurrentTransformationMatrix;
        var scale = Math.Sqrt(Math.Abs(matrix.A * matrix.D - matrix.B * matrix.C));
        return new LineStyle(state.LineWidth * scale, [.. (state.LineDashPattern.Array ?? []).Select(length => length * scale)]);
    }

    private void Narrow(IReadOnlyList<PdfSubpath> path, FillingRule rule)
    {
        var outer = Clip;
        var own = PdfSubpath.GetBoundingRectangle(path);
        var bounds = outer is null ? own : Intersection(outer.Bounds, own);
        var isBox = outer is not { IsBox: false } && path is [var only] && PathBuilder.IsBox(only);
        GetCurrentState().CurrentClippingPath = new ClippingPath(new Clipping(outer, path, bounds, rule == FillingRule.EvenOdd, isBox));
    }

    private static PdfRectangle? Intersection(PdfRectangle? first, PdfRectangle? second)
    {
        if (first is not { } a || second is not { } b)
            return null;
        var (left, bottom) = (Math.Max(a.Left, b.Left), Math.Max(a.Bottom, b.Bottom));
        var (right, top) = (Math.Min(a.Right, b.Right), Math.Min(a.Top, b.Top));
        return left < right && bottom < top ? new PdfRectangle(left, bottom, right, top) : null;
    }

    /// <summary>The upright box around a rectangle that may be turned.</summary>
    private static PdfRectangle Bounds(PdfRectangle turned)
    {
        PdfPoint[] corners = [turned.BottomLeft, turned.BottomRight, turned.TopLeft, turned.TopRight];
        return new(corners.Min(c => c.X), corners.Min(c => c.Y), corners.Max(c => c.X), corners.Max(c => c.Y));
    }

    private PdfPoint ToPage(double x, double y) => CurrentTransformationMatrix.Transform(new PdfPoint(x, y));

    private void Add(PaintedItem item)
    {
        if (_items.Count < ItemLimit)
            _items.Add(item);
        else
            _isCut = true;
    }

    private sealed class ClippingPath(Clipping clipping) : PdfPath
    {
        public Clipping Clipping { get; } = clipping;
    }
}

using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace AutoGrader.Documents.Pdf;

/// <summary>
/// The PDF library's stream filters with a bound on what a stream may unpack to. Without it 400 KB can ask for gigabytes, and no
/// time limit stops an allocation. Made for one document.
/// </summary>
internal sealed class BoundedFilters(DamageLog damage) : IFilterProvider
{
    /// <summary>
    /// Bytes a stream may unpack to. Far above the pages and fonts of reports; images, which may be larger, are never unpacked here.
    /// </summary>
    public const int MostBytes = 32 * 1024 * 1024;

    // LZW unpacks to at most some 2,700 times its size (twelve-bit codes for strings of up to 4,096 bytes), run lengths to 64 times.
    private const int MostLzwBytes = 64 * 1024;
    private const int MostRunLengthBytes = MostBytes / 64;

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Bound(DefaultFilterProvider.Instance.GetFilters(dictionary));

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) =>
        Bound(DefaultFilterProvider.Instance.GetNamedFilters(names));

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetAllFilters() => Bound(DefaultFilterProvider.Instance.GetAllFilters());

    private List<IFilter> Bound(IReadOnlyList<IFilter> filters) => [.. filters.Select(filter => filter switch
    {
        FlateFilter => new FlateOnce(filter, damage),
        LzwFilter => new BoundedFilter(filter, MostLzwBytes),
        RunLengthFilter => new BoundedFilter(filter, MostRunLengthBytes),
        _ => filter,
    })];

    private static InvalidDataException TooLarge() => new($"A stream unpacks to more than {MostBytes} bytes.");

    private sealed class BoundedFilter(IFilter inner, int mostPacked) : IFilter
    {
        public bool IsSupported => inner.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex) =>
            input.Length <= mostPacked ? inner.Decode(input, streamDictionary, filterProvider, filterIndex) : throw TooLarge();
    }

    /// <summary>
    /// Unpacks what is whole; the library's turn comes where there is more to do: with a predictor, with much content, and with damaged
    /// data, of which it makes what it can and says nothing.
    /// </summary>
    private sealed class FlateOnce(IFilter inner, DamageLog damage) : IFilter
    {
        public bool IsSupported => inner.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            var (length, content, isWhole) = ZlibCheck.Unpack(input, MostBytes);
            if (length > MostBytes)
                throw TooLarge();
            if (!isWhole)
                damage.Note();
            var isPlain = !streamDictionary.ContainsKey(NameToken.DecodeParms) && !streamDictionary.ContainsKey(NameToken.Dp);
            return isWhole && isPlain && content is not null
                ? content.GetBuffer().AsMemory(0, (int)length)
                : inner.Decode(input, streamDictionary, filterProvider, filterIndex);
        }
    }
}

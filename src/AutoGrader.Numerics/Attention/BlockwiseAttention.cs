using AutoGrader.Numerics.Kernels;

namespace AutoGrader.Numerics.Attention;

/// <summary>
/// Attention with the softmax over the keys for any size, a panel of queries and a block of keys at a time: the scores of a block live in
/// the cache and no N_Q×N_KV matrix exists. Memory: copies of Q, K and V, and a panel of output for each thread. The bits do not depend on
/// the number of threads.
/// Source: Rabe, Staats, Self-attention Does Not Need O(n²) Memory (2021); Dao et al., FlashAttention (2022), algorithm 1.
/// </summary>
internal sealed class BlockwiseAttention
{
    /// <summary>Panels of queries that read a block of keys and values while it is in the cache.</summary>
    private const int GroupPanels = 4;

    /// <summary>Panels of keys in a block: its scores with a panel of queries fit into the first cache.</summary>
    private const int BlockPanels = 16;

    private readonly AttentionProblem _problem;
    private readonly PackedPanels _queries;
    private readonly PackedPanels _keys;
    private readonly PackedPanels _values;

    private BlockwiseAttention(AttentionProblem problem)
    {
        _problem = problem;
        _queries = PackedPanels.Left(problem.Queries);
        _keys = PackedPanels.Right(problem.Keys.Transpose());
        _values = PackedPanels.Right(problem.Values);
    }

    private static int BlockKeys => BlockPanels * MicroKernel.Columns;

    /// <summary>Adds weights·V to the output.</summary>
    public static void AddTo(AttentionProblem problem)
    {
        if (!CanSum(problem))
        {
            var work = (double)problem.Queries.Rows * problem.Keys.Rows * problem.Queries.Columns;
            Workers.Run(problem.Queries.Rows, work, query => PlainAttention.AddRows(problem, query, query + 1));
            return;
        }

        var attention = new BlockwiseAttention(problem);
        attention.Run();
        attention.Release();
    }

    /// <summary>Whether the values are finite, and small enough that the sum over all keys cannot overflow before it is divided.</summary>
    private static bool CanSum(AttentionProblem problem)
    {
        var values = problem.Values;
        var largest = double.MaxValue / Math.Max(1, values.Rows);
        for (var column = 0; column < values.Columns; column++)
        {
            foreach (var value in values.Column(column))
            {
                if (!(Math.Abs(value) <= largest))
                    return false;
            }
        }

        return true;
    }

    private void Run()
    {
        // Small groups where large ones would leave a core without work.
        var size = Math.Clamp(_queries.Count / (4 * Environment.ProcessorCount), 1, GroupPanels);
        var work = (double)_queries.Length * _keys.Length * (_queries.Depth + _values.Length);
        Workers.Run(
            Workers.Parts(_queries.Count, size), work, group => RunGroup(group * size, Math.Min((group + 1) * size, _queries.Count)));
    }

    private void Release()
    {
        _queries.Release();
        _keys.Release();
        _values.Release();
    }

    private void RunGroup(int first, int end)
    {
        var panels = new QueryPanel[end - first];
        for (var i = 0; i < panels.Length; i++)
            panels[i] = new QueryPanel(_values.Count * _values.Width);
        var scores = new double[BlockKeys * MicroKernel.Rows];
        for (var start = 0; start < _keys.Length; start += BlockKeys)
        {
            for (var i = 0; i < panels.Length; i++)
                Take(panels[i], first + i, start, scores);
        }

        for (var i = 0; i < panels.Length; i++)
            Write(panels[i], FirstQuery(first + i), EndQuery(first + i));
    }

    private void Take(QueryPanel panel, int index, int start, double[] scores)
    {
        var (query, queryEnd) = (FirstQuery(index), EndQuery(index));
        var end = Math.Min(start + BlockKeys, _problem.Rule.KeysSeenUpTo(queryEnd - 1));
        var keys = end - start;
        if (keys <= 0 || !panel.IsOrdinary)
            return;
        for (var key = start; key < end; key += MicroKernel.Columns)
        {
            MicroKernel.Multiply(
                _queries.Depth,
                _queries.Panel(index, 0),
                _keys.Panel(key / MicroKernel.Columns, 0),
                scores.AsSpan((key - start) * MicroKernel.Rows),
                MicroKernel.Rows,
                accumulate: false);
        }

        var factor = _problem.Rule.Factor;
        if (!_problem.Rule.IsFactorOnly(query, end))
        {
            for (var key = 0; key < keys; key++)
                _problem.Rule.Apply(scores.AsSpan(key * MicroKernel.Rows, queryEnd - query), query, start + key);
            factor = 1;
        }

        panel.IsOrdinary = panel.Softmax.TryTake(scores, keys, factor);
        if (panel.IsOrdinary)
            AddValues(panel, start, keys, scores);
    }

    private void AddValues(QueryPanel panel, int start, int keys, double[] weights)
    {
        panel.Softmax.Correct(panel.Output);
        for (var column = 0; column < _values.Count; column++)
        {
            MicroKernel.Multiply(
                keys,
                weights,
                _values.Panel(column, start),
                panel.Output.AsSpan(column * MicroKernel.Columns * MicroKernel.Rows),
                MicroKernel.Rows,
                accumulate: true);
        }
    }

    private void Write(QueryPanel panel, int first, int end)
    {
        if (!panel.IsOrdinary)
        {
            PlainAttention.AddRows(_problem, first, end);
            return;
        }

        var sums = panel.Softmax.Sums[..(end - first)];
        for (var column = 0; column < _values.Length; column++)
        {
            var output = _problem.Output.Column(column)[first..end];
            var weighted = panel.Output.AsSpan(column * MicroKernel.Rows, output.Length);
            for (var i = 0; i < output.Length; i++)
                output[i] = sums[i] > 0 ? weighted[i] / sums[i] : 0;
        }
    }

    private static int FirstQuery(int panel) => panel * MicroKernel.Rows;

    private int EndQuery(int panel) => Math.Min(FirstQuery(panel) + MicroKernel.Rows, _queries.Length);

    /// <summary>What is known of the queries of a panel after some blocks of keys.</summary>
    private sealed class QueryPanel(int columns)
    {
        /// <summary>Whether every score so far was finite or −∞; if not, the panel is computed plainly in the end.</summary>
        public bool IsOrdinary { get; set; } = true;

        public OnlineSoftmax Softmax { get; } = new();

        /// <summary>Σ exp(score − largest)·V, column by column.</summary>
        public double[] Output { get; } = new double[columns * MicroKernel.Rows];
    }
}

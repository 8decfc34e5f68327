using MathNet.Numerics.LinearAlgebra.Double;

namespace AutoGrader.Core.Grading.Learning;

/// <summary>
/// What answers like this one earned for a criterion: ridge regression of the levels' indicators on the terms (Hastie, Tibshirani,
/// Friedman, The Elements of Statistical Learning, 2nd ed., section 18.3.5: solved in the space of the answers, of which there are
/// fewer than terms). Closed form: the same graded answers give the same model. Its scores are no probabilities; <see
/// cref="Calibration.LevelChoice"/> makes them some.
/// </summary>
internal sealed class LevelModel
{
    // Flat between 0.03 and 0.4 in cross-validation (ADR 11).
    private const double Ridge = 0.1;
    private const double PriorCount = 0.5;

    private readonly TermSpace _space;
    private readonly IReadOnlyList<((int Index, double Value)[] Place, int Level)> _answers;
    private readonly double[,] _weights;

    private LevelModel(
        IReadOnlyList<double> prior, TermSpace space, IReadOnlyList<((int Index, double Value)[] Place, int Level)> answers,
        double[,] weights)
    {
        (Prior, _space, _answers, _weights) = (prior, space, answers, weights);
    }

    /// <summary>How many graded answers it was learnt from.</summary>
    public int Answers => _answers.Count;

    /// <summary>The share of each level among the graded answers, smoothed by half an answer each.</summary>
    public IReadOnlyList<double> Prior { get; }

    /// <summary>Learns.</summary>
    /// <param name="answers">The terms of each graded answer, and the index of the level it earned.</param>
    /// <param name="levels">The number of levels.</param>
    public static LevelModel Train(IReadOnlyList<(AnswerTerms Terms, int Level)> answers, int levels)
    {
        var prior = Enumerable.Range(0, levels)
            .Select(l => (answers.Count(a => a.Level == l) + PriorCount) / (answers.Count + PriorCount * levels))
            .ToArray();
        var space = new TermSpace([.. answers.Select(a => a.Terms)]);
        var weights = new double[space.Dimensions, levels];
        if (answers.Count == 0)
            return new LevelModel(prior, space, [], weights);
        var places = answers.Select(a => space.Place(a.Terms)).ToList();
        var gram = DenseMatrix.Create(answers.Count, answers.Count, (i, j) => i == j ? Ridge : 0);
        for (var i = 0; i < places.Count; i++)
        {
            var dense = new double[space.Dimensions];
            foreach (var (index, value) in places[i])
                dense[index] = value;
            for (var j = 0; j <= i; j++)
                gram[j, i] = gram[i, j] += Product(places[j], dense);
        }

        var residuals = DenseMatrix.Create(answers.Count, levels, (i, l) => (answers[i].Level == l ? 1 : 0) - prior[l]);
        var dual = gram.Cholesky().Solve(residuals);
        for (var i = 0; i < places.Count; i++)
        {
            foreach (var (index, value) in places[i])
            {
                for (var l = 0; l < levels; l++)
                    weights[index, l] += value * dual[i, l];
            }
        }

        return new LevelModel(prior, space, [.. places.Zip(answers, (place, answer) => (place, answer.Level))], weights);
    }

    /// <summary>The coordinates of an answer, for <see cref="Score"/> and <see cref="Likeness"/>.</summary>
    public (int Index, double Value)[] Place(AnswerTerms answer) => _space.Place(answer);

    /// <summary>The score of each level: about 1 for what answers like this one earned, about 0 for the others; they sum to 1.</summary>
    public IReadOnlyList<double> Score((int Index, double Value)[] answer)
    {
        var scores = Prior.ToArray();
        foreach (var (index, value) in answer)
        {
            for (var l = 0; l < scores.Length; l++)
                scores[l] += value * _weights[index, l];
        }

        return scores;
    }

    /// <summary>For each level the cosine to the likest graded answer that earned it, 0 where none did.</summary>
    public IReadOnlyList<double> Likeness((int Index, double Value)[] answer)
    {
        var own = new double[_space.Dimensions];
        foreach (var (index, value) in answer)
            own[index] = value;
        var likeness = new double[Prior.Count];
        foreach (var (place, level) in _answers)
            likeness[level] = Math.Max(likeness[level], Product(place, own));
        return likeness;
    }

    private static double Product((int Index, double Value)[] place, double[] dense)
    {
        var sum = 0.0;
        foreach (var (index, value) in place)
            sum += value * dense[index];
        return sum;
    }
}

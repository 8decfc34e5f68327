namespace AutoGrader.Core.Grading.Shapes;

/// <summary>How a student's shapes compare with the rubric's.</summary>
internal enum ShapeVerdict
{
    /// <summary>The same sizes are equal, the same are different.</summary>
    Right,

    /// <summary>All matrices have one and the same shape.</summary>
    AllEqual,

    /// <summary>Right when some matrices are transposed: another convention, or a mistake.</summary>
    Transposed,

    /// <summary>Sizes are equal that need not be: a special case, such as the self-attention of one sequence.</summary>
    LessGeneral,

    /// <summary>Sizes that must be equal carry different symbols.</summary>
    MoreGeneral,

    /// <summary>The shapes contradict the expected ones.</summary>
    Wrong,

    /// <summary>The shapes are given in numbers, contradict each other, or cannot be compared.</summary>
    Unclear,
}

using AutoGrader.Core.Formulas;

namespace AutoGrader.Core.Computations.Mutations;

/// <summary>Makes nodes of formulas. They stand where the node stood that they are made for.</summary>
internal static class Nodes
{
    public static Expression Call(string function, params Expression[] arguments) =>
        new CallExpression(arguments[0].Column, function, arguments, []);

    public static Expression Transpose(Expression expression) => Call("transpose", expression);

    public static Expression Softmax(Expression expression, bool overColumns) => new CallExpression(
        expression.Column, "softmax", [expression], [new CallOption(expression.Column, "axis", overColumns ? "columns" : "rows")]);

    public static Expression Number(Expression place, double value) => new NumberExpression(place.Column, value);
}

using System.Globalization;
using System.Text.Json.Nodes;
using AutoGrader.Testing;
using Json.Schema;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace AutoGrader.Tests.Core.Rubrics;

/// <summary>The published schema, which editors use, and the reader, which decides, must not contradict each other.</summary>
public sealed class RubricSchemaTests
{
    private static readonly JsonSchema Schema = JsonSchema.FromFile(TestData.InRepository("rubrics", "rubric.schema.json"));

    [Fact]
    public void Schema_TheSheetsRubric_IsValid() =>
        Assert.Empty(Faults(File.ReadAllText(TestData.InRepository("rubrics", "ivu-sheet-05.yaml"))));

    [Fact]
    public void Schema_SmallRubric_IsValid() => Assert.Empty(Faults(SmallRubric.Source));

    [Theory]
    [MemberData(nameof(RubricFault.Structural), MemberType = typeof(RubricFault))]
    public void Schema_StructuralFaultThatTheReaderNames_IsInvalid(RubricFault fault) => Assert.NotEmpty(Faults(fault.Source));

    [Fact]
    public void Schema_IsItselfValid() =>
        Assert.True(MetaSchemas.Draft202012.Evaluate(JsonNode.Parse(File.ReadAllText(TestData.InRepository("rubrics",
            "rubric.schema.json")))).IsValid);

    private static List<string> Faults(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        var result = Schema.Evaluate(ToJson(stream.Documents[0].RootNode), new EvaluationOptions { OutputFormat = OutputFormat.List });
        return result.IsValid ? []
            : [.. result.Details.Where(d => d.HasErrors).Select(d => $"{d.InstanceLocation}: {string.Join(' ', d.Errors!.Values)}")];
    }

    // As an editor's YAML language server does it: the core schema of YAML 1.2.
    private static JsonNode? ToJson(YamlNode node) => node switch
    {
        YamlMappingNode map =>
            new JsonObject(map.Children.Select(c => KeyValuePair.Create(((YamlScalarNode)c.Key).Value!, ToJson(c.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(ToJson)]),
        YamlScalarNode { Style: ScalarStyle.Plain } plain => plain.Value switch
        {
            "" or "~" or "null" => null,
            "true" => true,
            "false" => false,
            var text when decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture, out var number) => number,
            var text => text,
        },
        YamlScalarNode scalar => scalar.Value,
        _ => throw new InvalidOperationException($"A node of kind {node.NodeType}."),
    };
}

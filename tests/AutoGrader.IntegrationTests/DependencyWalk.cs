using System.Reflection;
using System.Reflection.Emit;

namespace AutoGrader.IntegrationTests;

/// <summary>
/// What types of this program can reach: every type of ours that a member, its body, an attribute or a nested type mentions, and what
/// those mention in turn. A call through an interface reaches the interface, not those who implement it: that is what seams are for.
/// </summary>
internal sealed class DependencyWalk
{
    private const BindingFlags All =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<int, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!).ToDictionary(c => c.Value & 0xffff);

    private readonly Dictionary<Type, Type?> _from = [];

    public DependencyWalk(IEnumerable<Type> start)
    {
        var open = new Queue<Type>();
        Add(start, null, open);
        while (open.TryDequeue(out var type))
            Add(MentionedBy(type), type, open);
    }

    public IEnumerable<Type> Reached => _from.Keys;

    /// <summary>How a type is reached, for the person who has to mend it.</summary>
    public string PathTo(Type type)
    {
        var path = new List<string>();
        for (var at = type; at is not null; at = _from[at])
            path.Insert(0, at.Name);
        return string.Join(" > ", path);
    }

    private void Add(IEnumerable<Type> types, Type? from, Queue<Type> open)
    {
        foreach (var type in types.SelectMany(Parts).Where(IsOurs))
        {
            if (_from.TryAdd(type, from))
                open.Enqueue(type);
        }
    }

    private static bool IsOurs(Type type) =>
        type.Assembly.GetName().Name is { } name && (name == "autograder" || name.StartsWith("AutoGrader.", StringComparison.Ordinal));

    private static IEnumerable<Type> Parts(Type type)
    {
        while (type.HasElementType)
            type = type.GetElementType()!;
        if (type.IsGenericParameter)
            return type.GetGenericParameterConstraints().SelectMany(Parts);
        return type.IsGenericType ? [type.GetGenericTypeDefinition(), .. type.GetGenericArguments().SelectMany(Parts)] : [type];
    }

    private static IEnumerable<Type> MentionedBy(Type type)
    {
        var members = type.GetMembers(All);
        return
        [
            .. type.BaseType is { } parent ? [parent] : Type.EmptyTypes, .. type.GetInterfaces(), .. type.GetNestedTypes(All),
            .. type.GetCustomAttributesData().Select(a => a.AttributeType),
            .. members.OfType<FieldInfo>().Select(f => f.FieldType), .. members.OfType<PropertyInfo>().Select(p => p.PropertyType),
            .. members.OfType<MethodBase>().SelectMany(Signature), .. members.OfType<MethodBase>().SelectMany(Body),
        ];
    }

    private static IEnumerable<Type> Signature(MethodBase method) =>
        [.. method.GetParameters().Select(p => p.ParameterType), .. method is MethodInfo info ? [info.ReturnType] : Type.EmptyTypes];

    private static IEnumerable<Type> Body(MethodBase method)
    {
        if (method.GetMethodBody() is not { } body)
            return [];
        return [.. body.LocalVariables.Select(l => l.LocalType), .. Tokens(body.GetILAsByteArray()!).SelectMany(t => Resolve(method, t))];
    }

    private static IEnumerable<int> Tokens(byte[] code)
    {
        for (var at = 0; at < code.Length;)
        {
            var opcode = code[at] == 0xfe ? Codes[0xfe00 | code[at + 1]] : Codes[code[at]];
            at += opcode.Size;
            if (opcode.OperandType is OperandType.InlineField or OperandType.InlineMethod
                or OperandType.InlineTok or OperandType.InlineType)
                yield return BitConverter.ToInt32(code, at);
            at += opcode.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(code, at),
                _ => 4,
            };
        }
    }

    private static IEnumerable<Type> Resolve(MethodBase method, int token)
    {
        var ofType = method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null;
        var ofMethod = method.IsGenericMethodDefinition ? method.GetGenericArguments() : null;
        var member = method.Module.ResolveMember(token, ofType, ofMethod);
        return member switch
        {
            Type found => [found],
            MethodInfo { IsGenericMethod: true } call => [call.DeclaringType!, .. call.GetGenericArguments(), .. Signature(call)],
            MethodBase call => [.. call.DeclaringType is { } owner ? [owner] : Type.EmptyTypes, .. Signature(call)],
            FieldInfo field => [field.DeclaringType!, field.FieldType],
            _ => [],
        };
    }
}

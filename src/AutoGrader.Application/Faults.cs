using System.Diagnostics;

namespace AutoGrader.Application;

/// <summary>Describes faults for the log without personal data: messages of libraries quote file names and texts of reports.</summary>
internal static class Faults
{
    /// <summary>Type and place of a fault and of those behind it.</summary>
    public static string Describe(Exception fault)
    {
        var place = new StackTrace(fault, fNeedFileInfo: false).GetFrames().Select(f => f.GetMethod())
            .OfType<System.Reflection.MethodBase>()
            .Take(8).Select(m => $"{m.DeclaringType?.Name}.{m.Name}");
        var inner = fault.InnerException is null ? "" : $" because of {Describe(fault.InnerException)}";
        return $"{fault.GetType().Name} in {string.Join(" < ", place)}{inner}";
    }
}

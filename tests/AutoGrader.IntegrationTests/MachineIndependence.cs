using System.Runtime.CompilerServices;

namespace AutoGrader.IntegrationTests;

/// <summary>What a machine has installed must not change what tests see.</summary>
internal static class MachineIndependence
{
    [ModuleInitializer]
    internal static void NoTextRecognition() => Environment.SetEnvironmentVariable("AutoGrader__Recogniser", "");
}

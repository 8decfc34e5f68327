using Microsoft.Extensions.Options;

namespace AutoGrader.Application;

/// <summary>Tells all that is wrong with the settings at once.</summary>
internal sealed class AutoGraderOptionsValidator : IValidateOptions<AutoGraderOptions>
{
    public ValidateOptionsResult Validate(string? name, AutoGraderOptions options)
    {
        var faults = options.Faults().ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}

using System.ComponentModel.DataAnnotations;

namespace FitServerless.Live;

/// <summary>
/// How often a process looks for what other processes wrote; what it wrote itself it sees at once. A feed costs one storage transaction a look,
/// however many listen: at most 240 a minute while something happens, 12 a minute while nothing does.
/// </summary>
public sealed class LiveOptions : IValidatableObject
{
    public const string Section = "Live";

    /// <summary>The pause after a look that found something.</summary>
    [Range(10, 60_000)]
    public int ShortestPauseMilliseconds { get; set; } = 250;

    /// <summary>Where the pause stops doubling while nothing is found, or storage fails.</summary>
    [Range(10, 60_000)]
    public int LongestPauseMilliseconds { get; set; } = 5_000;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (ShortestPauseMilliseconds > LongestPauseMilliseconds)
            yield return new ValidationResult($"{Section}:{nameof(ShortestPauseMilliseconds)} is longer than {nameof(LongestPauseMilliseconds)}.");
    }
}

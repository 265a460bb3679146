using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace FitServerless.Sync;

/// <summary>What is synced, and how much of its past is kept.</summary>
public sealed partial class SyncOptions : IValidatableObject
{
    public const string Section = "Sync";

    /// <summary>Older versions kept of each document, overwritten ones and losers of conflicts; the oldest go first.</summary>
    [Range(1, 100)]
    public int HistoryVersions { get; set; } = 20;

    /// <summary>Days for which deletes are remembered; a device that was away for longer starts over.</summary>
    [Range(7, 3650)]
    public int TombstoneDays { get; set; } = 90;

    /// <summary>Further collections by name, for instance <c>Sync:Collections:journal:MaxBytes</c>.</summary>
    public Dictionary<string, DocumentKindOptions> Collections { get; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var (name, collection) in Collections)
        {
            if (!Name().IsMatch(name) || DocumentKinds.BuiltIn.Any(known => known.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
                yield return new ValidationResult($"{Section}:Collections:{name}: a new name of 1 to 40 letters and digits, from a small letter.");
            var results = new List<ValidationResult>();
            Validator.TryValidateObject(collection, new ValidationContext(collection), results, validateAllProperties: true);
            foreach (var result in results)
                yield return new ValidationResult($"{Section}:Collections:{name}: {result.ErrorMessage}");
        }
    }

    [GeneratedRegex("^[a-z][A-Za-z0-9]{0,39}$", RegexOptions.NonBacktracking)]
    private static partial Regex Name();
}

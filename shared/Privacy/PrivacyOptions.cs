using System.ComponentModel.DataAnnotations;

namespace FitServerless.Privacy;

/// <summary>How long we remember what happened to an account.</summary>
public sealed class PrivacyOptions
{
    public const string Section = "Privacy";

    /// <summary>Days for which a person's audit trail goes back.</summary>
    [Range(1, 3_650)]
    public int AuditDays { get; set; } = 365;
}

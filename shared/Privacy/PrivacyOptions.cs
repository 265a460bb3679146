using System.ComponentModel.DataAnnotations;

namespace FitServerless.Privacy;

/// <summary>How long we remember what happened to an account, and how an account is forgotten.</summary>
public sealed class PrivacyOptions
{
    public const string Section = "Privacy";

    /// <summary>Days for which a person's audit trail goes back.</summary>
    [Range(1, 3_650)]
    public int AuditDays { get; set; } = 365;

    /// <summary>
    /// Minutes after which an erasure looks for what was written meanwhile. More than <c>Accounts:AccessTokenMinutes</c>, and more than the 30
    /// after which the durable extension lets go of an entity that is gone.
    /// </summary>
    [Range(0, 1_440)]
    public int ErasureGraceMinutes { get; set; } = 45;
}

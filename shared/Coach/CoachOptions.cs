using System.ComponentModel.DataAnnotations;

namespace FitServerless.Coach;

/// <summary>How much of the coach each tier has.</summary>
public sealed class CoachOptions
{
    public const string Section = "Coach";

    /// <summary>Requests to the coach, whoever answers them; more are refused with 429.</summary>
    [Range(1, 100_000)]
    public int FreePerMinute { get; set; } = 20;

    [Range(1, 100_000)]
    public int ProPerMinute { get; set; } = 60;

    /// <summary>Answers by a model in a UTC day; after those the rules answer. Cached answers and failures of the model do not count.</summary>
    [Range(0, 100_000)]
    public int FreeModelAnswersPerDay { get; set; } = 10;

    [Range(0, 100_000)]
    public int ProModelAnswersPerDay { get; set; } = 100;

    /// <summary>Days for which it is known what models were asked, and what it cost.</summary>
    [Range(1, 3_650)]
    public int RequestDays { get; set; } = 90;

    /// <summary>
    /// Conversations that a user may have; to start another, one has to be deleted. Each takes up to 51 rows. A thousand are still listed in
    /// one transaction. Starts at the same moment may go over it by as many as they are.
    /// </summary>
    [Range(1, 1_000)]
    public int MaxConversations { get; set; } = 100;
}

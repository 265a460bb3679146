using FitServerless.Briefings.Log;
using FitServerless.Schedules;

namespace FitServerless.Briefings.Reports;

/// <summary>A kind of briefing: what it is about, and how it says so.</summary>
internal interface IReport
{
    OccasionKind Kind { get; }

    /// <summary>Its name, for instance in a subject.</summary>
    string Title(DateOnly day);

    /// <summary>The figures; <c>null</c> where there is nothing to tell.</summary>
    BriefingData? Collect(PersonLog log);

    /// <summary>Of what time it tells how the app was used; <c>null</c> for kinds that do not.</summary>
    ReportPeriods? Periods(DateOnly today) => null;

    /// <summary>The figures in sentences, one a line.</summary>
    IEnumerable<string> Tell(BriefingData data, Phrases phrases);

    /// <summary>What to say instead.</summary>
    string Nothing { get; }
}

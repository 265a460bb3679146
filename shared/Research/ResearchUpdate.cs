using FitServerless.Research.PubMed;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FitServerless.Research;

/// <summary>
/// Looks for new studies of each topic, and keeps those that are relevant. It looks at more than a year each time, so that a missed run loses
/// nothing; one that is repeated, or that meets another, changes nothing.
/// </summary>
public sealed partial class ResearchUpdate
{
    /// <summary>Runs that meet: each but the last has lost to one that was through.</summary>
    private const int Tries = 5;

    private readonly PubMedClient _pubMed;
    private readonly StudyStore _store;
    private readonly StudyShelf _shelf;
    private readonly IOptions<ResearchOptions> _options;
    private readonly ILogger<ResearchUpdate> _logger;

    internal ResearchUpdate(
        PubMedClient pubMed, StudyStore store, StudyShelf shelf, IOptions<ResearchOptions> options, ILogger<ResearchUpdate> logger) =>
        (_pubMed, _store, _shelf, _options, _logger) = (pubMed, store, shelf, options, logger);

    /// <summary>Two requests a topic, and two or three transactions. Does nothing where there is nobody to ask.</summary>
    /// <exception cref="ResearchIncompleteException">Some topics could not be asked about; what the others gave is kept.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (!_pubMed.IsConfigured)
            return;
        var (found, missing) = (new List<Study>(), new List<string>());
        foreach (var topic in ResearchTopics.All)
        {
            try
            {
                found.AddRange(await FindAsync(topic, cancellationToken));
            }
            catch (PubMedOutageException e)
            {
                LogUnanswered(topic.Id, e.Message);
                missing.Add(topic.Id);
            }
        }

        if (found.Count > 0)
            await KeepAsync(found, cancellationToken);
        if (missing.Count > 0)
            throw new ResearchIncompleteException(missing);
    }

    private async Task<List<Study>> FindAsync(ResearchTopic topic, CancellationToken cancellationToken)
    {
        var summaries = await _pubMed.FindAsync(topic.Term, cancellationToken);
        var studies = summaries.Where(summary => StudyRelevance.IsRelevant(summary, topic)).Select(summary => Studies.Of(summary, topic.Id))
            .OfType<Study>().ToList();
        LogFound(topic.Id, summaries.Count, studies.Count);
        return studies;
    }

    private async Task KeepAsync(List<Study> found, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var kept = await _store.ReadAsync(cancellationToken);
            var studies = Studies.Merge(kept.Studies, found, _options.Value.StudiesPerTopic);
            if (await _store.TryWriteAsync(studies, kept.Version, cancellationToken))
                break;
            if (attempt == Tries)
                throw new ResearchIncompleteException(ResearchTopics.Ids);
        }

        _shelf.Forget();
    }

    [LoggerMessage(6501, LogLevel.Information, "Of {Found} studies about {Topic}, {Relevant} are relevant")]
    private partial void LogFound(string topic, int found, int relevant);

    [LoggerMessage(6502, LogLevel.Warning, "No new studies about {Topic}: {Reason}")]
    private partial void LogUnanswered(string topic, string reason);
}

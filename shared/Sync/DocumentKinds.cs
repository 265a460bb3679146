using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;

namespace FitServerless.Sync;

/// <summary>All that devices sync: what the app knows, and what the operator adds.</summary>
public sealed class DocumentKinds(IOptions<SyncOptions> options)
{
    public const string Workouts = "workouts";

    private const int Small = 16 * 1024;
    private const int Medium = 64 * 1024;

    public static readonly IReadOnlyList<DocumentKind> BuiltIn =
    [
        new(Workouts, DocumentKind.LargestDocument, "startedAt", "sportType") { IsBare = true },
        new("plans", DocumentKind.LargestDocument, DocumentKind.EditTime, "status"),
        new("sessions", Medium, "start", "plan_id"),
        new("cards", Medium, "next_review"),
        new("goals", Small, DocumentKind.EditTime, "goalType"),
        new("fitnessData", Medium, "timestamp", "type"),
        new("foodEntries", Small, "timestamp", "mealType"),
        new("nutritionGoals", Small, DocumentKind.EditTime),
        new("preferences", Medium, ListBy: null),
    ];

    private readonly FrozenDictionary<string, DocumentKind> _byName = BuiltIn
        .Concat(options.Value.Collections.Select(added => new DocumentKind(
            added.Key, added.Value.MaxBytes, added.Value.ListBy ?? DocumentKind.EditTime, added.Value.Tag, added.Value.MergeFields)))
        .ToFrozenDictionary(collection => collection.Name, StringComparer.Ordinal);

    public IReadOnlyCollection<DocumentKind> All => _byName.Values;

    public DocumentKind this[string name] => _byName[name];

    public bool TryFind(string? name, [NotNullWhen(true)] out DocumentKind? collection)
    {
        collection = null;
        return name is not null && _byName.TryGetValue(name, out collection);
    }
}

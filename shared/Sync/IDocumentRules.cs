using System.Text.Json;

namespace FitServerless.Sync;

/// <summary>What a feature knows of the documents of its collection.</summary>
internal interface IDocumentRules
{
    string Collection { get; }

    /// <summary>The rules as they are for these puts of one user, whose settings are read if the puts ask for that. Else the same.</summary>
    Task<IDocumentRules> ForAsync(string userId, IEnumerable<JsonElement> puts, CancellationToken cancellationToken);

    /// <summary>Makes a change of a put, or says why it is refused.</summary>
    PlannedChange PlanPut(DocumentKind kind, string id, JsonElement data, EditTime time, EditOrigin origin);
}

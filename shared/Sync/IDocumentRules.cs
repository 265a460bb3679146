using System.Text.Json;

namespace FitServerless.Sync;

/// <summary>What a feature knows of the documents of its collection.</summary>
internal interface IDocumentRules
{
    string Collection { get; }

    /// <summary>Makes a change of a put, or says why it is refused.</summary>
    PlannedChange PlanPut(DocumentKind kind, string id, JsonElement data, EditTime time, EditOrigin origin);
}

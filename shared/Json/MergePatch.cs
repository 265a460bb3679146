using System.Text.Json.Nodes;

namespace FitServerless.Json;

/// <summary>JSON Merge Patch (<see href="https://www.rfc-editor.org/rfc/rfc7396">RFC 7396</see>).</summary>
public static class MergePatch
{
    /// <summary>
    /// A new object; neither of the two changes. A <c>null</c> in the patch removes the member, an object is merged, all else replaces.
    /// </summary>
    public static JsonObject Apply(JsonObject target, JsonObject patch)
    {
        var merged = target.DeepClone().AsObject();
        foreach (var (name, value) in patch)
        {
            if (value is null)
                merged.Remove(name);
            else
                merged[name] = value is JsonObject inner ? Apply(merged[name] as JsonObject ?? [], inner) : value.DeepClone();
        }

        return merged;
    }
}

using System.Text;
using System.Text.Json;

namespace FitServerless.Research;

/// <summary>Studies as JSON Lines (https://jsonlines.org): one a line, in UTF-8.</summary>
internal static class StudyLines
{
    public static byte[] Write(IEnumerable<Study> studies)
    {
        var lines = new StringBuilder();
        foreach (var study in studies)
            lines.Append(JsonSerializer.Serialize(study, ResearchJson.Default.Study)).Append('\n');
        return Encoding.UTF8.GetBytes(lines.ToString());
    }

    /// <summary>What cannot be read is left out: it may be from a version to come, and the next update finds the study again.</summary>
    public static IReadOnlyList<Study> Read(ReadOnlySpan<byte> lines)
    {
        var studies = new List<Study>();
        foreach (var line in lines.Split((byte)'\n'))
        {
            if (TryRead(lines[line]) is { } study)
                studies.Add(study);
        }

        return studies;
    }

    private static Study? TryRead(ReadOnlySpan<byte> line)
    {
        try
        {
            return line.IsEmpty ? null : JsonSerializer.Deserialize(line, ResearchJson.Default.Study);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

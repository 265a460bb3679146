using System.Security.Cryptography;
using System.Text;
using FitServerless.Coach.Model;

namespace FitServerless.Coach.Answers;

/// <summary>
/// What an answer is kept under: a hash of everything it depends on, the deployment and our own words among it. So a new prompt needs no new
/// version number, and nobody can forget to give it one.
/// </summary>
/// <param name="UserId">Whose answer it is; <c>null</c> for what anybody gets who asks the same.</param>
internal sealed record AnswerKey(string? UserId, string Hash)
{
    public static AnswerKey Of(string deployment, ModelPrompt prompt, string? userId = null)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(deployment);
        Add(userId ?? "");
        Add(prompt.Instructions);
        Add(prompt.Schema?.Json ?? "");
        foreach (var message in prompt.Messages)
            Add(Normalize(message.Text));
        if (prompt.Image is { } image)
            hash.AppendData(image.Bytes.Span);
        return new AnswerKey(userId, Convert.ToHexStringLower(hash.GetHashAndReset()));

        // Each with its length, so that no two lists of texts read the same.
        void Add(string text)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }
    }

    /// <summary>Of a text's vector.</summary>
    public static AnswerKey Of(string deployment, string text) =>
        Of(deployment, new ModelPrompt { Purpose = "embedding", Instructions = "", Messages = [new ModelMessage(text)], MaxTokens = 0 });

    /// <summary>"Weight  loss" asks for the same as "weight loss".</summary>
    private static string Normalize(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();
}

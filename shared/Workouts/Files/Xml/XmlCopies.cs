using System.Globalization;
using System.Xml;

namespace FitServerless.Workouts.Files.Xml;

/// <summary>
/// Copies elements out of a document, and fails where they become too many: each comes with the namespaces that it uses, so that a long one at the
/// root, and a hundred thousand elements that use it, would be more than there is memory.
/// </summary>
internal sealed class XmlCopies(XmlReader reader)
{
    /// <summary>Characters, of all copies together: half of what a file may have.</summary>
    private const int MaxCharacters = ActivityFileReader.MaxBytes / 2;

    private int _left = MaxCharacters;

    /// <summary>The element that the reader is at, which moves behind it.</summary>
    /// <exception cref="XmlException">Too much.</exception>
    public string Take()
    {
        using var text = new CountedText(this);
        // Not XmlWriter.Create, whose buffers of 12 KB would be made for each element anew.
        using var writer = new XmlTextWriter(text);
        writer.WriteNode(reader, defattr: false);
        return text.ToString();
    }

    private void Count(int characters)
    {
        if ((_left -= characters) < 0)
            throw new XmlException("Too much that is not ours.");
    }

    /// <summary>With all that an XML writer calls.</summary>
    private sealed class CountedText(XmlCopies copies) : StringWriter(CultureInfo.InvariantCulture)
    {
        public override void Write(char value)
        {
            copies.Count(1);
            base.Write(value);
        }

        public override void Write(char[] buffer, int index, int count)
        {
            copies.Count(count);
            base.Write(buffer, index, count);
        }

        public override void Write(string? value)
        {
            copies.Count(value?.Length ?? 0);
            base.Write(value);
        }
    }
}

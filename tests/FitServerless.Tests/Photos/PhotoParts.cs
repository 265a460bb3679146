using System.Buffers.Binary;

namespace FitServerless.Tests.Photos;

/// <summary>Writes the parts that picture files are made of.</summary>
internal static class PhotoParts
{
    public static byte[] Segment(byte marker, params byte[] content)
    {
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)(content.Length + 2));
        return [0xFF, marker, .. length, .. content];
    }

    public static byte[] Chunk(string type, params byte[] content)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        return [.. length, .. System.Text.Encoding.ASCII.GetBytes(type), .. content, 1, 2, 3, 4];
    }

    public static byte[] Blocks(params byte[] content) => [.. content.Chunk(255).SelectMany(block => (byte[])[(byte)block.Length, .. block]), 0];
}

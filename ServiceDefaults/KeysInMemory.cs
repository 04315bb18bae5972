using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace YouthPlatform.ServiceDefaults;

/// <summary>Data-protection keys that end with the process.</summary>
internal sealed class KeysInMemory : IXmlRepository
{
    private readonly Lock _lock = new();
    private readonly List<XElement> _elements = [];

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        lock (_lock)
        {
            return [.. _elements];
        }
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        lock (_lock)
        {
            _elements.Add(element);
        }
    }
}

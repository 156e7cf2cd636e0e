import { BlockList, isIP, isIPv6 } from 'node:net'

export const familyOf = (address: string): 'ipv6' | 'ipv4' => (isIPv6(address) ? 'ipv6' : 'ipv4')

/** Addresses and networks (`10.0.0.0/8`) separated by commas; null when one of them is neither. */
export function readNetworks(text: string): BlockList | null {
  const networks = new BlockList()
  for (const each of text.split(',').map((part) => part.trim())) {
    const [address = '', bits, more] = each.split('/')
    const most = isIPv6(address) ? 128 : 32
    if (isIP(address) === 0 || more !== undefined) return null
    if (bits === undefined) networks.addAddress(address, familyOf(address))
    else if (/^\d{1,3}$/.test(bits) && Number(bits) <= most)
      networks.addSubnet(address, Number(bits), familyOf(address))
    else return null
  }
  return networks
}
